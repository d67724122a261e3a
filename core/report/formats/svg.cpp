#include "core/report/page/svg.h"
#include "core/report/formats/all.h"
#include "core/report/formats/lanes.h"

#include <QCoreApplication>

namespace gb::shelf {
namespace {

constexpr qsizetype mostRows = 1'000; ///< 30,000 points high

class Svg final : public FormatWriter
{
    QByteArray begin(const QString &removed) override
    {
        m_removed = removed;
        return {};
    }
    Written take(const CleanMessage &message) override
    {
        if (m_report.messages.size() < mostRows)
            m_report.messages.append({.summary = message.summary});
        else
            ++m_report.leftOutBehind;
        return {{}, Lanes::quoted(message)};
    }
    QByteArray end() override
    {
        const QByteArray about = m_removed.isEmpty() ? QByteArray() : "<!-- " + m_removed.toUtf8() + " -->\n";
        return page::pictureFile(page::ladderPicture(m_report)) + about;
    }

    page::DeviceReport m_report;
    QString m_removed;
};

} // namespace

const Format svg{"svg", ".svg", QT_TRANSLATE_NOOP("Format", "Ladder as a picture"), QT_TRANSLATE_NOOP("Format", "SVG"),
    [](const FormatOptions &) -> std::unique_ptr<FormatWriter> { return std::make_unique<Svg>(); }};

} // namespace gb::shelf
