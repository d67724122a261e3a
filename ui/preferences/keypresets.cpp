#include "ui/preferences/keypresets.h"

namespace gb::ui {

KeyChoices sngrepKeys()
{
    struct Row
    {
        const char *id, *keys; ///< portable
    };
    static constexpr Row rows[] = {
        {"compare.with", "D; Space"},        // the second Space compares there, too
        {"capture.export", "F2; S; Ctrl+E"}, // save
        {"marks.next", "Ctrl+F2"},           // had F2
        {"marks.previous", "Ctrl+Shift+F2"},
        {"messages.find", "F3; /; Ctrl+Shift+F"},
        {"messages.next", "Ctrl+G"}, // had F3
        {"messages.previous", "Ctrl+Shift+G"},
        {"devices.find", "Ctrl+F"}, // had the slash
        {"message.tab0", "F6; R"},  // raw
        {"flow.filter", "F7; F; Ctrl+L"},
        {"view.preferences", "F8; Ctrl+,"},
        {"view.overview", "Shift+F8"}, // had F8
        {"device.columns", "F10; T"},
        {"capture.quit", "Q; Ctrl+Q"},
    };
    KeyChoices keys;
    for (const Row &row : rows)
        keys.insert(
            QLatin1String(row.id), QKeySequence::listFromString(QLatin1String(row.keys), QKeySequence::PortableText));
    return keys;
}

} // namespace gb::ui
