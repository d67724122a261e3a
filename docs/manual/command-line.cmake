# Writes the pages "command line" of the manual from what the programs say of themselves:
#   cmake -DCLI=build/dev/app/gbscope-cli -DWINDOW=build/dev/app/gbscope -DTO=docs/manual -P docs/manual/command-line.cmake
# A test writes them elsewhere and compares (tests/CMakeLists.txt).
cmake_minimum_required(VERSION 3.25)

function(help_of program out)
    execute_process(COMMAND ${CMAKE_COMMAND} -E env QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 ${program} --help
        OUTPUT_VARIABLE text ERROR_VARIABLE errors RESULT_VARIABLE status)
    if(NOT status EQUAL 0)
        set(text "${text}${errors}")
    endif()
    get_filename_component(name ${program} NAME)
    string(REPLACE "${program}" "${name}" text "${text}")
    string(STRIP "${text}" text)
    set(${out} "${text}" PARENT_SCOPE)
endfunction()

help_of(${CLI} cli)
help_of(${WINDOW} window)
string(ASCII 96 tick)
set(fence "${tick}${tick}${tick}")
foreach(language en zh)
    get_filename_component(here ${CMAKE_CURRENT_LIST_FILE} DIRECTORY)
    file(READ ${here}/${language}/command-line.in.md page)
    string(REPLACE "@CLI@" "${fence}\n${cli}\n${fence}" page "${page}")
    string(REPLACE "@WINDOW@" "${fence}\n${window}\n${fence}" page "${page}")
    file(WRITE ${TO}/${language}/command-line.md "${page}")
endforeach()
