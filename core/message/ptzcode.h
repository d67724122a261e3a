#pragma once
#include <QByteArray>
#include <QList>

#include <array>
#include <optional>
#include <string_view>

namespace gb {

/// What a PTZCmd asks for, GB/T 28181-2022 A.3.
enum class PtzAction : quint8 {
    Unknown,         ///< no instruction of A.3
    Move,            ///< pan, tilt and zoom, each in one direction or not at all; goes on until it is stopped
    Stop,            ///< of pan, tilt, zoom, cruise and scan
    FocusIris,       ///< goes on until it is stopped
    FocusIrisStop,   ///< of focus and iris
    PresetSet,       ///< preset
    PresetCall,      ///< preset
    PresetDelete,    ///< preset
    CruiseAdd,       ///< group, preset
    CruiseDelete,    ///< group, preset
    CruiseDeleteAll, ///< group: the whole track
    CruiseSpeed,     ///< group, value
    CruiseDwell,     ///< group, value in seconds
    CruiseStart,     ///< group
    ScanStart,       ///< group
    ScanLeft,        ///< group: the left limit is where it looks now
    ScanRight,       ///< group: the right limit likewise
    ScanSpeed,       ///< group, value
    AuxOn,           ///< group: number of the switch, 1 is the wiper
    AuxOff,          ///< group: number of the switch
};

/**
 * A PTZCmd as what it means. Directions are those in which the picture moves on the monitor: -1, 0 or 1. Speeds are
 * steps without a unit. What the action does not use is 0.
 */
struct PtzCommand
{
    PtzAction action = PtzAction::Unknown;
    int pan = 0;                       ///< -1 left, 1 right
    int tilt = 0;                      ///< -1 down, 1 up
    int zoom = 0;                      ///< -1 out, 1 in
    int focus = 0;                     ///< -1 near, 1 far
    int iris = 0;                      ///< -1 close, 1 open
    int panSpeed = 0;                  ///< 0 to 255
    int tiltSpeed = 0;                 ///< 0 to 255
    int zoomSpeed = 0;                 ///< 0 to 15
    int focusSpeed = 0, irisSpeed = 0; ///< 0 to 255
    int preset = 0;                    ///< 1 to 255; 0 is reserved
    int group = 0;                     ///< of a cruise or scan, or the number of a switch: 0 to 255
    int value = 0;                     ///< speed, or dwell in seconds: 0 to 4095
    int address = 1;                   ///< 0 to 4095; DeviceID selects the target, so nobody looks at it

    bool operator==(const PtzCommand &) const = default;
};

/// What is wrong with a PTZCmd. Bits of PtzReading::faults.
enum class PtzFault : quint8 {
    Length,      ///< not 16 characters: nothing was read
    NotHex,      ///< a character that is no hex digit: nothing was read
    LowerCase,   ///< a to f in small letters
    FirstByte,   ///< not A5
    Version,     ///< the high nibble of byte 2 is not 0
    CheckNibble, ///< the low nibble of byte 2 is not the sum of the three nibbles ahead of it
    Checksum,    ///< byte 8 is not the sum of the bytes ahead of it
    BothPan,     ///< left and right at once
    BothTilt,    ///< up and down at once
    BothZoom,    ///< in and out at once
    BothFocus,   ///< near and far at once
    BothIris,    ///< open and close at once
    Instruction, ///< byte 4 is none of A.3, or its data are none that it has
    PresetZero,  ///< preset 0 is reserved
    Reserved,    ///< bits are set that have no meaning in this instruction
    Count
};

using PtzOctets = std::array<quint8, 8>;

struct PtzReading
{
    PtzOctets octets{};
    PtzCommand command; ///< Unknown where the instruction is none, or a pair is set on both sides
    quint32 faults = 0;

    bool has(PtzFault fault) const { return (faults >> static_cast<unsigned>(fault)) & 1U; }
    /// The octets are there, whatever they say.
    bool read() const { return !has(PtzFault::Length) && !has(PtzFault::NotHex); }
    /// A device should obey: faults that change nothing are LowerCase and Reserved.
    bool valid() const;
};

/// 16 hex digits in upper case, with check nibble and checksum. Empty where a value is out of its range, where Move or
/// FocusIris has no direction, or where the action is Unknown.
QByteArray writePtz(const PtzCommand &command);

/// Reads the text of a PTZCmd; blanks around it are left out. Constant work, allocates nothing.
PtzReading readPtz(std::string_view text);

/// What some bits of a PTZCmd say.
enum class PtzMeaning : quint8 {
    FirstByte,   ///< A5; `expected`
    Version,     ///< 0; `expected`
    CheckNibble, ///< `expected`
    AddressLow,
    AddressHigh,
    Checksum,   ///< `expected`
    FamilyPtz,  ///< bits 8 and 7 are 00: the others are directions
    FamilyFi,   ///< bits 8 and 7 are 01: focus and iris
    FamilyCode, ///< bit 8 is 1: the whole byte is a code
    ZoomOut,
    ZoomIn,
    Up,
    Down,
    Left,
    Right,
    IrisClose,
    IrisOpen,
    FocusNear,
    FocusFar,
    PanSpeed,
    TiltSpeed,
    ZoomSpeed,
    FocusSpeed,
    IrisSpeed,
    Code,      ///< an instruction of preset, cruise, scan or auxiliary switch: see the action of the reading
    Preset,    ///< number
    Group,     ///< of a cruise or scan
    ScanPart,  ///< 0 start, 1 left limit, 2 right limit
    ValueLow,  ///< low 8 bits of a speed or of a dwell
    ValueHigh, ///< its high 4 bits
    Switch,    ///< number
    Unused,    ///< `expected` 0
};

/// A run of bits within one byte. Bytes are counted from 1, bits from 8 (the highest) down to 1, as the standard does.
struct PtzBits
{
    int byte = 0, high = 0, low = 0;
    PtzMeaning meaning = PtzMeaning::Unused;
    int value = 0;
    std::optional<int> expected; ///< where only one value is right
    bool wrong() const { return expected && *expected != value; }
    bool operator==(const PtzBits &) const = default;
};

/// The 64 bits from the first to the last, each once, and what each run of them means here.
QList<PtzBits> explainPtz(const PtzOctets &octets);

} // namespace gb
