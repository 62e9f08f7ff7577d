"""Other books from the same text. No room yet: PDF and EPUB come with their issue."""
