// How Dear ImGui is compiled, the same for the browser and for the tests.
#pragma once

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
// Neither window is ever shown; together they are a fifth of the library.
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
// The browser has no files and no shell; settings are kept by the client itself.
#define IMGUI_DISABLE_FILE_FUNCTIONS

// WebGL 2 cannot add a base vertex, so one draw list must be able to address more than 65,536 vertices.
#define ImDrawIdx unsigned int
