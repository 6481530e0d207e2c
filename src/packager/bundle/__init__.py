"""From built files to a signed bundle for a school, and back: is it genuine, is it complete, what changed."""
