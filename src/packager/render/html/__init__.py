"""The catalogue as web pages that ask nothing of anybody: no server, no other address, no script to be read."""
