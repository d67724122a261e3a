#pragma once
#include "core/devices/device.h"

#include <QByteArray>
#include <QList>

namespace gb {

/// Why a line of a list of expected devices is not taken.
enum class ListFault : quint8 {
    NoId,         ///< nothing in it is a device ID
    IdLength,     ///< digits, but not 20
    IdCharacters, ///< letters in what looks like an ID
    Spreadsheet,  ///< 3.402E+19
    Rounded,      ///< the serial is 000000: what a spreadsheet makes of 20 digits when it shows them as a number
    Duplicate,    ///< of an earlier line; the only one that does no harm
    LineTooLong,
    TooMany,  ///< devices; told once
    TooLarge, ///< the text; told once, nothing is read
};

struct ListProblem
{
    int line = 0; ///< from 1; 0 for the whole
    ListFault fault = ListFault::NoId;
    QString text;    ///< what is meant, safe to show
    int earlier = 0; ///< line of which it is a duplicate
    bool operator==(const ListProblem &) const = default;
};

struct ExpectedList
{
    QList<ExpectedDevice> devices; ///< in the order of their lines
    QList<ListProblem> problems;   ///< the first maxProblems
    int untold = 0;                ///< problems behind them
    bool harmful = false;          ///< there are problems that are no duplicates
};

/// A pasted or read list of devices, a line each, of at most maxDevices.
namespace expectedlist {

constexpr qsizetype maxDevices = 10'000;
constexpr qsizetype maxOctets = 4 * 1024 * 1024;
constexpr qsizetype maxLine = 4096; ///< characters
constexpr qsizetype maxText = 60;   ///< characters of a name or an address; more are cut
constexpr qsizetype maxProblems = 100;

/**
 * The columns are parted by tabs, semicolons, commas or, last of all, blanks; quotes are those of CSV. In each line the
 * ID is what looks like one, the address what is an IP address, the name the first other field with a letter in it; a
 * first line without an ID that names columns (English or Chinese) is believed instead. Empty lines and those that
 * begin with # count as lines only. Linear, never fails otherwise than by problems.
 */
ExpectedList read(const QString &text);
/// UTF-8, with a mark or without one, UTF-16 with one, else GB 18030 (see decodeBody).
ExpectedList read(const QByteArray &octets);

/// A line of `titles`, which read() must know; then ID, name and address parted by tabs, a line each: what read() reads
/// again.
QString toText(const QList<ExpectedDevice> &devices, const QString &titles = QStringLiteral("ID\tName\tAddress"));

} // namespace expectedlist

} // namespace gb
