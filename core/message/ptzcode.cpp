#include "core/message/ptzcode.h"

#include "core/message/siphead.h"

#include <algorithm>
#include <numeric>

namespace gb {
namespace {

using Action = PtzAction;
using Meaning = PtzMeaning;

/// Two bits of byte 4 that exclude each other.
struct Pair
{
    quint8 minus, plus;
    int PtzCommand::*direction;
    PtzFault both;
};
constexpr Pair movePairs[] = {{0x02, 0x01, &PtzCommand::pan, PtzFault::BothPan},
    {0x04, 0x08, &PtzCommand::tilt, PtzFault::BothTilt}, {0x20, 0x10, &PtzCommand::zoom, PtzFault::BothZoom}};
constexpr Pair lensPairs[] = {
    {0x02, 0x01, &PtzCommand::focus, PtzFault::BothFocus}, {0x08, 0x04, &PtzCommand::iris, PtzFault::BothIris}};

/// How the bytes 5 to 7 of a coded instruction are used.
enum class Form : quint8 { Preset, GroupPreset, GroupValue, GroupPart };
struct Code
{
    Action action;
    quint8 octet;
    Form form;
    int part = 0; ///< byte 6 of GroupPart
};
constexpr Code codes[] = {
    {Action::PresetSet, 0x81, Form::Preset},
    {Action::PresetCall, 0x82, Form::Preset},
    {Action::PresetDelete, 0x83, Form::Preset},
    {Action::CruiseAdd, 0x84, Form::GroupPreset},
    {Action::CruiseDeleteAll, 0x85, Form::GroupPart, 0},
    {Action::CruiseDelete, 0x85, Form::GroupPreset},
    {Action::CruiseSpeed, 0x86, Form::GroupValue},
    {Action::CruiseDwell, 0x87, Form::GroupValue},
    {Action::CruiseStart, 0x88, Form::GroupPart, 0},
    {Action::ScanStart, 0x89, Form::GroupPart, 0},
    {Action::ScanLeft, 0x89, Form::GroupPart, 1},
    {Action::ScanRight, 0x89, Form::GroupPart, 2},
    {Action::ScanSpeed, 0x8A, Form::GroupValue},
    {Action::AuxOn, 0x8C, Form::GroupPart, 0},
    {Action::AuxOff, 0x8D, Form::GroupPart, 0},
};
constexpr quint8 lensBit = 0x40, codeBit = 0x80;

bool within(int value, int most)
{
    return value >= 0 && value <= most;
}

quint8 checkNibble(const PtzOctets &octets)
{
    return static_cast<quint8>(((octets[0] >> 4) + (octets[0] & 0xF) + (octets[1] >> 4)) & 0xF);
}

quint8 checksum(const PtzOctets &octets)
{
    return static_cast<quint8>(std::accumulate(octets.begin(), octets.end() - 1, 0U));
}

/// The bits of byte 4 for these directions; empty where one is none or nothing moves.
template<std::size_t Count>
std::optional<quint8> bitsOf(const PtzCommand &command, const Pair (&pairs)[Count])
{
    int bits = 0;
    for (const Pair &pair : pairs) {
        const int direction = command.*pair.direction;
        if (direction < -1 || direction > 1)
            return std::nullopt;
        bits |= direction < 0 ? pair.minus : direction > 0 ? pair.plus : 0;
    }
    return bits == 0 ? std::nullopt : std::optional(static_cast<quint8>(bits));
}

struct Data
{
    int code = 0, first = 0, second = 0, third = 0; ///< byte 4, 5, 6, high nibble of 7
};

std::optional<Data> coded(const PtzCommand &command)
{
    const auto *const code = std::find_if(
        std::begin(codes), std::end(codes), [&](const Code &one) { return one.action == command.action; });
    if (code == std::end(codes) || !within(command.group, 0xFF))
        return std::nullopt;
    const bool hasPreset = code->form == Form::Preset || code->form == Form::GroupPreset;
    if ((hasPreset && (command.preset < 1 || command.preset > 0xFF)) || !within(command.value, 0xFFF))
        return std::nullopt;
    switch (code->form) {
    case Form::Preset: return Data{code->octet, 0, command.preset, 0};
    case Form::GroupPreset: return Data{code->octet, command.group, command.preset, 0};
    case Form::GroupValue: return Data{code->octet, command.group, command.value & 0xFF, command.value >> 8};
    case Form::GroupPart: return Data{code->octet, command.group, code->part, 0};
    }
    return std::nullopt;
}

std::optional<Data> dataOf(const PtzCommand &command)
{
    switch (command.action) {
    case Action::Unknown: return std::nullopt;
    case Action::Move:
    case Action::Stop: {
        const auto bits = command.action == Action::Stop ? std::optional<quint8>(quint8{0})
                                                         : bitsOf(command, movePairs);
        if (!bits || !within(command.panSpeed, 0xFF) || !within(command.tiltSpeed, 0xFF)
            || !within(command.zoomSpeed, 0xF))
            return std::nullopt;
        return Data{*bits, command.panSpeed, command.tiltSpeed, command.zoomSpeed};
    }
    case Action::FocusIris:
    case Action::FocusIrisStop: {
        const auto bits = command.action == Action::FocusIrisStop ? std::optional<quint8>(quint8{0})
                                                                  : bitsOf(command, lensPairs);
        if (!bits || !within(command.focusSpeed, 0xFF) || !within(command.irisSpeed, 0xFF))
            return std::nullopt;
        return Data{lensBit | *bits, command.focusSpeed, command.irisSpeed, 0};
    }
    default: return coded(command);
    }
}

void fault(PtzReading &reading, PtzFault which)
{
    reading.faults |= 1U << static_cast<unsigned>(which);
}

/// False where a pair is set on both sides.
template<std::size_t Count>
bool readPairs(PtzReading &reading, const Pair (&pairs)[Count])
{
    bool possible = true;
    for (const Pair &pair : pairs) {
        const bool minus = reading.octets[3] & pair.minus, plus = reading.octets[3] & pair.plus;
        reading.command.*pair.direction = int(plus) - int(minus);
        if (minus && plus) {
            fault(reading, pair.both);
            possible = false;
        }
    }
    return possible;
}

void readMove(PtzReading &reading)
{
    PtzCommand &command = reading.command;
    const PtzOctets &octets = reading.octets;
    command.panSpeed = octets[4];
    command.tiltSpeed = octets[5];
    command.zoomSpeed = octets[6] >> 4;
    if (readPairs(reading, movePairs))
        command.action = octets[3] == 0 ? Action::Stop : Action::Move;
}

void readLens(PtzReading &reading)
{
    PtzCommand &command = reading.command;
    const PtzOctets &octets = reading.octets;
    if (octets[3] & 0x30)
        return fault(reading, PtzFault::Instruction);
    command.focusSpeed = octets[4];
    command.irisSpeed = octets[5];
    if (octets[6] >> 4)
        fault(reading, PtzFault::Reserved);
    if (readPairs(reading, lensPairs))
        command.action = octets[3] == lensBit ? Action::FocusIrisStop : Action::FocusIris;
}

/// The instruction of these bytes; null where it is none. What takes no byte 6 is found whatever stands there.
const Code *codeOf(const PtzOctets &octets)
{
    const Code *loose = nullptr;
    for (const Code &code : codes) {
        if (code.octet != octets[3])
            continue;
        if (code.form != Form::GroupPart || code.part == octets[5])
            return &code;
        if (code.octet != 0x89)
            loose = &code;
    }
    return loose;
}

void readCode(PtzReading &reading)
{
    PtzCommand &command = reading.command;
    const PtzOctets &octets = reading.octets;
    const Code *const code = codeOf(octets);
    if (!code)
        return fault(reading, PtzFault::Instruction);
    command.action = code->action;
    const bool preset = code->form == Form::Preset || code->form == Form::GroupPreset;
    if (code->form != Form::Preset)
        command.group = octets[4];
    if (preset)
        command.preset = octets[5];
    if (code->form == Form::GroupValue)
        command.value = octets[5] | (octets[6] >> 4) << 8;
    if (preset && octets[5] == 0)
        fault(reading, PtzFault::PresetZero);
    if ((code->form == Form::Preset && octets[4] != 0) || (code->form == Form::GroupPart && octets[5] != code->part)
        || (code->form != Form::GroupValue && octets[6] >> 4))
        fault(reading, PtzFault::Reserved);
}

int digitOf(char c)
{
    return c >= '0' && c <= '9' ? c - '0'
        : c >= 'A' && c <= 'F'  ? c - 'A' + 10
        : c >= 'a' && c <= 'f'  ? c - 'a' + 10
                                : -1;
}

void readOctets(PtzReading &reading, std::string_view text)
{
    if (text.size() != 2 * reading.octets.size())
        return fault(reading, PtzFault::Length);
    for (std::size_t at = 0; at < text.size(); ++at) {
        const int digit = digitOf(text[at]);
        if (digit < 0) {
            reading.octets = {};
            return fault(reading, PtzFault::NotHex);
        }
        if (text[at] >= 'a')
            fault(reading, PtzFault::LowerCase);
        reading.octets[at / 2] = static_cast<quint8>(reading.octets[at / 2] << 4 | digit);
    }
}

/// Collects runs of bits in their order.
class Explanation
{
public:
    explicit Explanation(const PtzOctets &octets)
        : m_octets(octets)
    {
    }

    void add(int byte, int high, int low, Meaning meaning, std::optional<int> expected = {})
    {
        const int value = (m_octets[static_cast<std::size_t>(byte - 1)] >> (low - 1)) & ((1 << (high - low + 1)) - 1);
        m_bits.append({byte, high, low, meaning, value, expected});
    }
    void unused(int byte, int high, int low) { add(byte, high, low, Meaning::Unused, 0); }

    void instruction()
    {
        if (m_octets[3] & codeBit)
            return coded();
        add(4, 8, 7, m_octets[3] & lensBit ? Meaning::FamilyFi : Meaning::FamilyPtz);
        if (m_octets[3] & lensBit)
            return lens();
        constexpr Meaning directions[] = {
            Meaning::ZoomOut, Meaning::ZoomIn, Meaning::Up, Meaning::Down, Meaning::Left, Meaning::Right};
        single(6, directions);
        add(5, 8, 1, Meaning::PanSpeed);
        add(6, 8, 1, Meaning::TiltSpeed);
        add(7, 8, 5, Meaning::ZoomSpeed);
    }

    QList<PtzBits> take() { return std::move(m_bits); }

private:
    template<std::size_t Count>
    void single(int bit, const Meaning (&meanings)[Count])
    {
        for (const Meaning meaning : meanings) {
            add(4, bit, bit, meaning);
            --bit;
        }
    }

    void lens()
    {
        unused(4, 6, 5);
        constexpr Meaning directions[] = {Meaning::IrisClose, Meaning::IrisOpen, Meaning::FocusNear, Meaning::FocusFar};
        single(4, directions);
        add(5, 8, 1, Meaning::FocusSpeed);
        add(6, 8, 1, Meaning::IrisSpeed);
        unused(7, 8, 5);
    }

    void coded()
    {
        add(4, 8, 8, Meaning::FamilyCode);
        add(4, 7, 1, Meaning::Code);
        const int octet = m_octets[3];
        const Code *const code = codeOf(m_octets);
        const bool value = code && code->form == Form::GroupValue;
        if (!code || code->form == Form::Preset)
            unused(5, 8, 1);
        else
            add(5, 8, 1, octet >= 0x8C ? Meaning::Switch : Meaning::Group);
        if (octet == 0x89)
            add(6, 8, 1, Meaning::ScanPart);
        else if (code && (code->form == Form::Preset || octet == 0x84 || octet == 0x85))
            add(6, 8, 1, Meaning::Preset);
        else if (value)
            add(6, 8, 1, Meaning::ValueLow);
        else
            unused(6, 8, 1);
        if (value)
            add(7, 8, 5, Meaning::ValueHigh);
        else
            unused(7, 8, 5);
    }

    const PtzOctets &m_octets;
    QList<PtzBits> m_bits;
};

} // namespace

bool PtzReading::valid() const
{
    constexpr quint32 harmless = 1U << static_cast<unsigned>(PtzFault::LowerCase)
        | 1U << static_cast<unsigned>(PtzFault::Reserved);
    return (faults & ~harmless) == 0;
}

QByteArray writePtz(const PtzCommand &command)
{
    const std::optional<Data> data = dataOf(command);
    if (!data || !within(command.address, 0xFFF))
        return {};
    PtzOctets octets{0xA5, 0, static_cast<quint8>(command.address), static_cast<quint8>(data->code),
        static_cast<quint8>(data->first), static_cast<quint8>(data->second),
        static_cast<quint8>(data->third << 4 | command.address >> 8), 0};
    octets[1] = checkNibble(octets);
    octets[7] = checksum(octets);
    return QByteArray(reinterpret_cast<const char *>(octets.data()), static_cast<qsizetype>(octets.size()))
        .toHex()
        .toUpper();
}

PtzReading readPtz(std::string_view text)
{
    PtzReading reading;
    readOctets(reading, trimmed(text));
    if (!reading.read())
        return reading;
    const PtzOctets &octets = reading.octets;
    if (octets[0] != 0xA5)
        fault(reading, PtzFault::FirstByte);
    if (octets[1] >> 4)
        fault(reading, PtzFault::Version);
    if ((octets[1] & 0xF) != checkNibble(octets))
        fault(reading, PtzFault::CheckNibble);
    if (octets[7] != checksum(octets))
        fault(reading, PtzFault::Checksum);
    reading.command.address = octets[2] | (octets[6] & 0xF) << 8;
    if (octets[3] & codeBit)
        readCode(reading);
    else if (octets[3] & lensBit)
        readLens(reading);
    else
        readMove(reading);
    return reading;
}

QList<PtzBits> explainPtz(const PtzOctets &octets)
{
    Explanation out(octets);
    out.add(1, 8, 1, Meaning::FirstByte, 0xA5);
    out.add(2, 8, 5, Meaning::Version, 0);
    out.add(2, 4, 1, Meaning::CheckNibble, checkNibble(octets));
    out.add(3, 8, 1, Meaning::AddressLow);
    out.instruction();
    out.add(7, 4, 1, Meaning::AddressHigh);
    out.add(8, 8, 1, Meaning::Checksum, checksum(octets));
    return out.take();
}

} // namespace gb
