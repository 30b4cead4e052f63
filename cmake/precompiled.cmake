# The standard library and nlohmann::json, parsed once for a machine and its flags instead of once for every file: with
# clang, which also keeps what templates were instantiated to, a build takes a third of the time; with gcc it saves a
# tenth, so gcc goes without, which also finds the file that forgot an include.
#
# The result lies beside the toolchain, at one path for every clone: ccache takes it for part of the compiler's input.

# roost_precompile(TARGET FLAG…): adds it to the flags of those who link TARGET. FLAGs: what else they all compile with.
function(roost_precompile target)
    if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        return()
    endif()
    string(TOUPPER "${CMAKE_BUILD_TYPE}" type)
    separate_arguments(flags UNIX_COMMAND "${CMAKE_CXX_FLAGS} ${CMAKE_CXX_FLAGS_${type}}")
    get_directory_property(options COMPILE_OPTIONS)
    list(FILTER options EXCLUDE REGEX "Wno-")
    string(GENEX_STRIP "${options}" plain)
    list(APPEND flags ${plain} ${ARGN} -std=c++20 -Xclang -fno-pch-timestamp -fpch-instantiate-templates)

    set(cache "$ENV{XDG_CACHE_HOME}")
    if(NOT cache)
        set(cache "$ENV{HOME}/.cache")
    endif()
    set(header "${PROJECT_SOURCE_DIR}/cmake/precompiled.h")
    file(READ "${header}" text)
    string(SHA256 key "${CMAKE_CXX_COMPILER} ${CMAKE_CXX_COMPILER_VERSION} ${flags} ${text}")
    string(SUBSTRING "${key}" 0 12 key)
    set(folder "${cache}/roost/precompiled-${key}")
    set(out "${folder}/std.h.pch")

    # Headers that were upgraded since make it useless, which the compiler says when it is used.
    if(EXISTS "${out}")
        execute_process(
            COMMAND "${CMAKE_CXX_COMPILER}" ${flags} -include-pch "${out}" -x c++ -fsyntax-only /dev/null
            RESULT_VARIABLE status OUTPUT_QUIET ERROR_QUIET
        )
    endif()
    if(NOT EXISTS "${out}" OR NOT status EQUAL 0)
        file(MAKE_DIRECTORY "${folder}")
        file(WRITE "${folder}/std.h" "${text}")
        # Another clone may be at it too: made under a name of its own, then renamed.
        string(RANDOM LENGTH 8 suffix)
        execute_process(
            COMMAND "${CMAKE_CXX_COMPILER}" ${flags} -x c++-header -c "${folder}/std.h" -o "${out}.${suffix}"
            RESULT_VARIABLE status ERROR_VARIABLE said
        )
        if(NOT status EQUAL 0)
            message(STATUS "nothing is precompiled, which is slower and otherwise the same: ${said}")
            return()
        endif()
        file(RENAME "${out}.${suffix}" "${out}")
    endif()
    target_compile_options(${target} INTERFACE "$<$<COMPILE_LANGUAGE:CXX>:SHELL:-include-pch ${out}>")
endfunction()
