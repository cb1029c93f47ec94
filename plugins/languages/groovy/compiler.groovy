// Without a second copy of each statement for arithmetic on plain integers: a line then runs in one place only.
configuration.optimizationOptions.put('int', false)
