"""What a product says, as plain data: no fonts, no sizes, no format. One file a product."""
