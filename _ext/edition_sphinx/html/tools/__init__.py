"""Programs run by hand when the theme's materials change; no build calls them."""
