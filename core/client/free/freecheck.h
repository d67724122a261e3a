#pragma once
#include "core/client/command.h"
#include "core/client/free/freetext.h"

namespace gb {

/// What is to be said of a message ahead of sending it. It is sent all the same: it may be meant.
struct FreeFault
{
    enum class Code : quint8 {
        Empty,          ///< nothing is typed; it cannot be sent
        TooLong,        ///< a: bytes; it cannot be sent
        Head,           ///< a: number of a HeadFault, b: the line that shows it
        HeaderMissing,  ///< a: name, b: where it is asked for
        SentOnce,       ///< an answer or an ACK: nobody waits for anything
        NoCookie,       ///< its branch does not begin with z9hG4bK: it is sent once
        OutsideTag,     ///< To has a tag, and it is sent outside of a dialog
        Body,           ///< a: number of a ManscdpFault, b: what shows it
        UnknownCommand, ///< a: Query or Control, b: its CmdType
        UnknownElement, ///< a: path under the root, b: CmdType
        MissingElement, ///< the same
        WrongPlace,     ///< a: path, b: path of what stands ahead of it, and belongs behind it
        TooOften,       ///< a: path, b: how often the standard has it in the element around it
        OtherEdition,   ///< a: path, b: its editions, as 2022 or 2014-2016; the device announced another
        MixedEditions,  ///< a: path, b: path of another element that no edition has together with it
        Count
    };
    Code code = Code::Empty;
    QString a, b;
    int line = 0; ///< of the text, from 1; 0: none
    bool operator==(const FreeFault &) const = default;
};

/// By our own rules: head scan, headers that RFC 3261, 6665 and GB/T 28181 ask for, XML, elements of the standard. In
/// the order of the text, at most 12. Texts are safe to show. `edition`: what the device announced; empty: not known.
QList<FreeFault> checkFree(QByteArrayView text, FreeParts anew, bool inDialog, const freetext::Places &places = {},
    std::optional<Edition> edition = {});

/// What the device does because of it, as far as its text names an order of the standard, well-formed or not.
AskCommand::Effect effectOf(QByteArrayView text);

} // namespace gb
