// A target that others take their precompiled headers from has a file
