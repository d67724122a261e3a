# What is installed, and the Debian package made of it: installer/build-deb.sh, or cpack -G DEB in a build tree.
include(GNUInstallDirs)

foreach(program gbscope gbscope-cli)
    if(TARGET ${program})
        # Qt's project setup sets one, for programs that bring their Qt along; a Debian package must not have any.
        set_target_properties(${program} PROPERTIES INSTALL_RPATH "")
        install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} BUNDLE DESTINATION .)
    endif()
endforeach()
install(FILES README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
# Where the window looks for them: beside its own folder
file(GLOB samples ${PROJECT_SOURCE_DIR}/resources/samples/*.pcapng)
install(FILES ${samples} DESTINATION ${CMAKE_INSTALL_DATADIR}/gbscope/samples)
if(UNIX AND NOT APPLE)
    install(FILES resources/gbscope.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES resources/gbscope.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
    install(FILES resources/icons/gbscope.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
    # Debian has the text of the GPL itself and wants no second copy.
    install(FILES installer/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
else()
    install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME gbscope)
set(CPACK_PACKAGE_VENDOR "gbscope developers")
set(CPACK_PACKAGE_CONTACT "gbscope developers <gbscope@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "console for commissioning GB/T 28181 devices")
set(CPACK_PACKAGE_DESCRIPTION "gbscope is the SIP server a camera or recorder is pointed at while it is
being commissioned. It says why a device does not come online, whose fault
it is and what to type where; shows the message flow as a ladder; and reads
and writes captures (pcap, pcapng). It speaks English and Simplified Chinese.

gbscope-cli does the same without a window, in lines of JSON.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
# Finds every library the programs link. libqt6svg6 is one of them; the plugin that reads the window's icon is in the same package.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Qt's own Chinese texts; Chinese glyphs (Micro Hei first: Noto CJK looks bold on dark); Wayland's plugin. Nothing links these.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-translations-l10n, fonts-wqy-microhei | fonts-noto-cjk, qt6-wayland")
include(CPack)
