#include "core/report/exporter.h"
#include "core/report/formats/all.h"

#include <QCoreApplication>

namespace gb::shelf {
namespace {

class Text final : public FormatWriter
{
    QByteArray begin(const QString &removed) override
    {
        return QByteArrayLiteral("gbscope") + (removed.isEmpty() ? QByteArray() : ' ' + removed.toUtf8()) + "\n\n";
    }
    Written take(const CleanMessage &message) override
    {
        const QByteArray written = messageAsText(message.summary, message.datagram.octets).toUtf8();
        return {written, written.mid(written.indexOf('\n') + 1)}; // its heading is ours
    }
};

} // namespace

const Format text{"text", ".txt", QT_TRANSLATE_NOOP("Format", "Text \u2013 for a mail"),
    QT_TRANSLATE_NOOP("Format", "Text"),
    [](const FormatOptions &) -> std::unique_ptr<FormatWriter> { return std::make_unique<Text>(); }};

} // namespace gb::shelf
