#include "core/report/words/ptzwording.h"

#include "core/report/words/say_p.h"

namespace gb::wording {
namespace {

/// In the order of PtzMeaning. %1: the value.
constexpr const char *meanings[] = {
    QT_TRANSLATE_NOOP("wording", "first byte, always A5"),
    QT_TRANSLATE_NOOP("wording", "version %1"),
    QT_TRANSLATE_NOOP("wording", "check of the bits ahead of it"),
    QT_TRANSLATE_NOOP("wording", "address, low 8 bits: %1"),
    QT_TRANSLATE_NOOP("wording", "address, high 4 bits: %1"),
    QT_TRANSLATE_NOOP("wording", "checksum of the bytes ahead of it"),
    QT_TRANSLATE_NOOP("wording", "pan, tilt, zoom"),
    QT_TRANSLATE_NOOP("wording", "focus and iris"),
    QT_TRANSLATE_NOOP("wording", "preset, cruise, scan or switch"),
    QT_TRANSLATE_NOOP("wording", "zoom out: %1"),
    QT_TRANSLATE_NOOP("wording", "zoom in: %1"),
    QT_TRANSLATE_NOOP("wording", "up: %1"),
    QT_TRANSLATE_NOOP("wording", "down: %1"),
    QT_TRANSLATE_NOOP("wording", "left: %1"),
    QT_TRANSLATE_NOOP("wording", "right: %1"),
    QT_TRANSLATE_NOOP("wording", "iris smaller: %1"),
    QT_TRANSLATE_NOOP("wording", "iris larger: %1"),
    QT_TRANSLATE_NOOP("wording", "focus near: %1"),
    QT_TRANSLATE_NOOP("wording", "focus far: %1"),
    QT_TRANSLATE_NOOP("wording", "pan speed %1 of 255"),
    QT_TRANSLATE_NOOP("wording", "tilt speed %1 of 255"),
    QT_TRANSLATE_NOOP("wording", "zoom speed %1 of 15"),
    QT_TRANSLATE_NOOP("wording", "focus speed %1 of 255"),
    QT_TRANSLATE_NOOP("wording", "iris speed %1 of 255"),
    QT_TRANSLATE_NOOP("wording", "what to do: %1"),
    QT_TRANSLATE_NOOP("wording", "preset %1"),
    QT_TRANSLATE_NOOP("wording", "group %1"),
    QT_TRANSLATE_NOOP("wording", "part of the scan: %1 (0 start, 1 left limit, 2 right limit)"),
    QT_TRANSLATE_NOOP("wording", "value, low 8 bits: %1"),
    QT_TRANSLATE_NOOP("wording", "value, high 4 bits: %1"),
    QT_TRANSLATE_NOOP("wording", "switch %1"),
    QT_TRANSLATE_NOOP("wording", "not used: %1"),
};
static_assert(std::size(meanings) == static_cast<std::size_t>(PtzMeaning::Unused) + 1);

} // namespace

QString ptzBits(const PtzBits &bits)
{
    const QString text = say(meanings[static_cast<std::size_t>(bits.meaning)]);
    const QString said = text.contains(u"%1") ? text.arg(bits.value) : text;
    return bits.wrong() ? say(QT_TRANSLATE_NOOP("wording", "%1; wrong, it should be %2")).arg(said).arg(*bits.expected)
                        : said;
}

QString ptzPlace(const PtzBits &bits)
{
    if (bits.high == 8 && bits.low == 1)
        return say(QT_TRANSLATE_NOOP("wording", "byte %1")).arg(bits.byte);
    if (bits.high == bits.low)
        return say(QT_TRANSLATE_NOOP("wording", "byte %1, bit %2")).arg(bits.byte).arg(bits.high);
    return say(QT_TRANSLATE_NOOP("wording", "byte %1, bits %2 to %3")).arg(bits.byte).arg(bits.high).arg(bits.low);
}

} // namespace gb::wording
