"""From what a build left to a folder of web pages; like `publishing`, it joins stages that do not know each other."""
