#include "core/message/charset.h"
#include "core/report/exporter.h"
#include "core/report/formats/all.h"

#include <QCoreApplication>

namespace gb::shelf {
namespace {

/// A fence that the text cannot close.
QString fence(const QString &text)
{
    int longest = 2, run = 0;
    for (const QChar letter : text) {
        run = letter == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return QString(longest + 1, u'`');
}

class Markdown final : public FormatWriter
{
    QByteArray begin(const QString &removed) override
    {
        return removed.isEmpty() ? QByteArray() : removed.toUtf8() + "\n\n";
    }
    Written take(const CleanMessage &message) override
    {
        const QString text = messageAsText(message.summary, message.datagram.octets);
        const qsizetype heading = text.indexOf(u'\n') + 1;
        const QString marks = fence(text), body = text.mid(heading);
        return {(marks + u'\n' + text.trimmed() + u'\n' + marks + QStringLiteral("\n\n")).toUtf8(), body.toUtf8()};
    }
};

} // namespace

const Format markdown{"markdown", ".md", QT_TRANSLATE_NOOP("Format", "Markdown \u2013 messages for an issue"),
    QT_TRANSLATE_NOOP("Format", "Markdown"),
    [](const FormatOptions &) -> std::unique_ptr<FormatWriter> { return std::make_unique<Markdown>(); }};

} // namespace gb::shelf
