#pragma once
#include "core/report/format.h"
#include "core/report/pseudonyms.h"
#include "core/session/batch.h"
#include "core/session/filteredmessages.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace gb {

struct ExportOptions
{
    QByteArray format = QByteArrayLiteral("pcapng"); ///< Format::id; another one is an error
    FormatOptions how;
    QStringList devices;   ///< only messages of these; empty: of all
    QStringList callIds;   ///< only these dialogs; empty: all. With `devices`: both must fit. An error where the format
                           ///< is of devices
    WantedMessages wanted; ///< only messages that meet this filter, too. The same error
    std::vector<quint64> numbers; ///< only these messages, ascending, of those that fit; empty: all. The same error
    Profile profile = Profile::OwnSite;
    bool replace = false;        ///< a regular file that has the target's name; else it is left alone, an error
    QList<QByteArray> passwords; ///< that the program was told: removed wherever they stand
};

struct ExportResult
{
    quint64 messages = 0;           ///< written
    quint64 of = 0;                 ///< in the file
    quint64 gaveUp = 0;             ///< messages that a regular expression of the filter was too hard for: left out
    quint64 notLookedAt = 0;        ///< older ones that a filter has no room for: left out
    std::optional<quint64> entries; ///< of a format that is not of messages: made of all `messages`
    SecretCounts secrets;           ///< removed
    IdentityCounts identities;      ///< replaced
    bool cancelled = false;
    QString error;  ///< empty: all is well. Nothing of the target is left after an error
    QString failed; ///< what the error is about, where that is the target or its folder and not the sources
    QString broken; ///< what of the files could not be read, and why; the rest is in the target
};

/// Called now and then with a fraction 0 to 1; false stops.
using Progress = std::function<bool(double)>;

/// Writes the messages of a capture, or of several in the order of time, into a new file, which appears whole or not at
/// all: where a secret, or what has a pseudonym, is left in one of them, not at all. Runs as long as it takes: not for
/// the window's or the engine's thread.
ExportResult exportCapture(
    const QStringList &from, const QString &to, const ExportOptions &options, const Progress &progress = {});

/// What an export would write.
struct ExportPreview
{
    /// A message that differs from what is in the record.
    struct Changed
    {
        quint64 number = 0, secrets = 0, identities = 0; ///< places in it where something was removed, or replaced
        QByteArray before, after;                        ///< its octets, up to `mostOctets`
    };
    static constexpr qsizetype mostChanged = 500, mostOctets = 16 * 1024;
    ExportResult result;
    qint64 octets = 0;        ///< of the file
    quint64 changedTotal = 0; ///< messages
    QList<Changed> changed;   ///< the first ones
};

/// All that exportCapture() does, but for the file. `options.replace` says nothing.
ExportPreview previewExport(const QStringList &from, const ExportOptions &options, const Progress &progress = {});

/// What was done to a file, as a sentence that stands in it; in English.
QString whatIsRemoved(Profile profile);

/// One message for people: number, time, ends, label, then the text in its real charset; control characters are
/// escaped.
QString messageAsText(const MessageSummary &summary, const QByteArray &octets);

} // namespace gb
