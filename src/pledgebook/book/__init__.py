"""The only room that touches the database: claims are appended, everything else is derived from them."""
