// SDL looks up a few functions of OpenGL by name, and does without them if it has to. Emscripten's own look-up knows every
// function there is, and so brings all of them into the download; what Roost draws with, it calls directly.
#include <EGL/egl.h>
#include <stddef.h>

__eglMustCastToProperFunctionPointerType eglGetProcAddress(const char* name) {
    (void)name;
    return NULL;
}
