#pragma once
#include "core/report/redaction.h"

#include <functional>
#include <memory>
#include <span>

namespace gb {

/// What a format makes of one message.
struct Written
{
    QByteArray octets;
    QByteArray quoted; ///< what of it the message said itself, and the format wrote anew: it is looked through for
                       ///< secrets once more
};

struct FormatOptions
{
    static constexpr int leastColumns = 60, mostColumns = 400;
    int columns = 120; ///< of a text ladder
};

/// Writes the messages of a record in one form, in their order. It stands behind Redaction and sees no secret, unless
/// the user wants them. One thread; memory is bounded.
class FormatWriter
{
public:
    virtual ~FormatWriter() = default;
    /// What stands ahead of the messages. `removed`: a sentence that tells what was removed; may be empty.
    virtual QByteArray begin(const QString &removed) = 0;
    virtual Written take(const CleanMessage &message) = 0;
    virtual QByteArray end() { return {}; }
};

namespace page {
struct SiteReport;
}

/// Takes a piece of a file; false: no more is wanted.
using TakePiece = std::function<bool(const Written &)>;

/// A form in which messages leave the program, or what was found of them.
struct Format
{
    const char *id;     ///< of the command line
    const char *ending; ///< of a file's name, with its dot
    const char *title;  ///< for the dialog; context "Format"
    const char *files;  ///< for the file dialog, without the pattern; context "Format"
    /// Null where it is not made of one message after the other.
    std::unique_ptr<FormatWriter> (*make)(const FormatOptions &options) = nullptr;
    /// So: writes what is known at the end; all in it has its pseudonyms. Returns how many entries there are.
    quint64 (*tell)(const page::SiteReport &report, const TakePiece &take) = nullptr;
};

/// In the order in which they are offered. A new one is a file in core/report/formats and a line in its list.
std::span<const Format> formats();
/// Null where there is none.
const Format *formatOf(QByteArrayView id);

} // namespace gb
