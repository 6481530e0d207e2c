"""Word files. `arrange` and its kin lay out plain data; `write` makes WordprocessingML of it (ECMA-376 Part 1, section 17)."""
