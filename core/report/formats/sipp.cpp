#include "core/report/formats/all.h"
#include "core/report/sipp/sides.h"

#include <QCoreApplication>

namespace gb::shelf {
namespace {

using Side = QByteArray (*)(sipp::Record &, const QString &);

class Sipp final : public FormatWriter
{
public:
    explicit Sipp(Side side)
        : m_side(side)
    {
    }

    QByteArray begin(const QString &removed) override
    {
        m_removed = removed;
        return {};
    }
    Written take(const CleanMessage &message) override
    {
        m_record.take(message);
        return {{}, message.datagram.octets};
    }
    QByteArray end() override
    {
        m_record.finish();
        return m_side(m_record, m_removed);
    }

private:
    const Side m_side;
    sipp::Record m_record;
    QString m_removed;
};

} // namespace

const Format sippDevice{"sipp-device", ".xml", QT_TRANSLATE_NOOP("Format", "SIPp scenario of the device"),
    QT_TRANSLATE_NOOP("Format", "SIPp scenario"), [](const FormatOptions &) -> std::unique_ptr<FormatWriter> {
        return std::make_unique<Sipp>(sipp::deviceScenario);
    }};
const Format sippAnswers{"sipp-device-answers", ".xml",
    QT_TRANSLATE_NOOP("Format", "SIPp scenario of what the device answers, for -oocsf"),
    QT_TRANSLATE_NOOP("Format", "SIPp scenario"), [](const FormatOptions &) -> std::unique_ptr<FormatWriter> {
        return std::make_unique<Sipp>(sipp::answersScenario);
    }};
const Format sippPlatform{"sipp-platform", ".xml", QT_TRANSLATE_NOOP("Format", "SIPp scenario of the platform"),
    QT_TRANSLATE_NOOP("Format", "SIPp scenario"), [](const FormatOptions &) -> std::unique_ptr<FormatWriter> {
        return std::make_unique<Sipp>(sipp::platformScenario);
    }};

} // namespace gb::shelf
