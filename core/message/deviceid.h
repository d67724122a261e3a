#pragma once
#include <QString>
#include <string_view>

namespace gb {

/// What is odd about an ID, GB/T 28181-2022 6.1.1 and annex E. The first that applies.
enum class IdFault : quint8 {
    None,
    Empty,
    Length,      ///< digits only, but not 20 of them
    Spreadsheet, ///< 3.402E+19: a spreadsheet took the ID for a number
    NotDigits,
};

/// Kinds of node that digits 11-13 tell apart, annex E table E.1. Never enforced: recorders are often given a 200.
enum class IdType : quint8 {
    Unknown,
    Dvr,
    VideoServer,
    Encoder,
    Decoder,
    AlarmController,
    Nvr,
    Hvr,
    Camera,
    Ipc,
    Display,
    AlarmInput,
    AlarmOutput,
    VoiceInput,
    VoiceOutput,
    Mobile,
    OtherDevice,
    Platform,
    BusinessGroup,
    VirtualOrganisation,
    User,
};

IdFault faultOf(std::string_view id);

/// From digits 11-13; Unknown for anything that is not 20 digits.
IdType typeOf(std::string_view id);

/// The three digits as a number, or -1.
int typeCodeOf(std::string_view id);

/// Octets from the wire as text that is safe to show, log and export: C0, C1, DEL and the bidirectional controls become
/// \xNN or \u{NNNN}, octets that are no UTF-8 become U+FFFD, and at most `limit` characters stay, an ellipsis telling
/// that there were more.
QString printable(std::string_view octets, qsizetype limit = 255);
QString printable(const QString &text, qsizetype limit = 255);

} // namespace gb
