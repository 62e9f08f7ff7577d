"""What tests share: a browser, an accessibility check, normal forms, small wheels."""
