#pragma once
#include "core/message/manscdp.h"

#include <QMap>
#include <QString>

#include <optional>
#include <span>

/// What can be asked of a device, as data: forms, the command line and the writer all read the same description. Each
/// command is one file in `core/client/commands`, and one line in `commands/commands.cpp`.
namespace gb {

/// Editions of GB/T 28181; V2014 is the amendment to the first one.
enum class Edition : quint8 { V2011, V2014, V2016, V2022 };

/// That an X-GB-Ver announces (GB/T 28181-2022 annex I): 1.0, 1.1, 2.0 or 3.0. Empty for anything else: unknown.
std::optional<Edition> announcedEdition(QStringView gbVersion);
/// "2011", "2014", "2016", "2022".
QLatin1StringView editionName(Edition edition);

/// Values of parameters by their names.
using AskValues = QMap<QString, QString>;

/// Something that a user may choose about a command.
struct AskParameter
{
    enum class Kind : quint8 {
        Integer,   ///< from `least` to `most`
        Decimal,   ///< the same
        Choice,    ///< one of `choices`
        Choices,   ///< some of them, joined by '/'
        Text,      ///< at most `most` octets in GB 18030
        Time,      ///< 2026-03-02T08:00:00, Beijing time
        Id,        ///< see isPlainId()
        Rectangle, ///< 20,30,220,180: left, top, right, bottom
        Spans,     ///< up to eight of a day: "08:00-12:00 13:00:00-18:30:00"
        Fixed,     ///< `preset` always; nobody is asked
    };
    const char *name; ///< of the standard; the last part of the path
    const char *path; ///< elements under the root as "HomePosition/Enabled"; empty: the command writes it its own way
    Kind kind = Kind::Text;
    bool needed = false;
    double least = 0, most = 0;
    const char *choices = ""; ///< separated by '|'
    const char *preset = "";  ///< stands in a form at first, and is sent where nothing was chosen; may be empty
    Edition since = Edition::V2011, until = Edition::V2022;
    bool own = false; ///< the command writes it its own way; `path` tells where it is read, with "[2]" behind an
                      ///< element that comes more often
};

/// A part of a Response that the standard knows.
struct AnswerElement
{
    enum class Kind : quint8 { Text, Integer, Decimal, Time, Choice, Id };
    const char *path; ///< under Response, or under an item of its list
    Kind kind = Kind::Text;
    bool needed = false;
    const char *choices = ""; ///< of Choice, separated by '|'
};

struct AskReport;
class ElementWriter;

struct AskCommand
{
    /// What the device does because of it: said ahead of sending.
    enum class Effect : quint8 { Reads, Sets, Moves, Restarts, Erases };
    enum class Needs : quint8 {
        Answer,   ///< the SIP answer is all that the standard has (9.3.1 d)
        Response, ///< one
        List,     ///< Responses until SumNum items came (annex M)
        Several,  ///< one for each part of ConfigType (A.2.4.7)
        Notices,  ///< a subscription: what comes by NOTIFY (9.11)
        Pictures, ///< a Response, then uploads, then a Notify (9.14)
    };

    const char *name;  ///< of the command line: "catalog"
    const char *title; ///< for people: QT_TRANSLATE_NOOP("AskCommand", "Catalog")
    ManscdpRoot root;
    const char *cmdType;
    const char *clause; ///< of GB/T 28181-2022
    Edition since;
    Effect effect;
    Needs needs;
    std::span<const AskParameter> parameters = {};
    std::span<const AnswerElement> answer = {}; ///< outside of the list; CmdType, SN, DeviceID and SumNum go without
                                                ///< saying
    const char *list = "";                      ///< element around the items
    const char *item = "Item";
    const char *key = "DeviceID";              ///< element that tells items apart; empty: all are different
    std::span<const AnswerElement> items = {}; ///< under an item
    const char *spelling2014 = "";             ///< of CmdType in the amendment, where it is another
    /// Writes what its parameters mean where that is not one element each. Values were checked.
    void (*write)(ElementWriter &out, const AskValues &values, Edition edition) = nullptr;
    /// Adds oddities of its own to a report that has its answer.
    void (*judge)(AskReport &report) = nullptr;
    bool onlyShown = false;      ///< the message can be looked at, and is never sent
    const char *configType = ""; ///< of what sets a configuration: the ConfigType by which it is read back
    /// Values of parameters that have no path, from the elements of a configuration: their paths and values.
    void (*fill)(AskValues &values, const QList<std::pair<QString, QString>> &fields) = nullptr;
};

/// Every command, in the order in which they are offered.
std::span<const AskCommand *const> askCommands();
/// Null where there is none. Letters may be of either case.
const AskCommand *findAskCommand(QStringView name);

/// The value is one of those that '|' separates.
bool isChoice(QStringView value, const char *choices, Qt::CaseSensitivity cs = Qt::CaseSensitive);

/// Which value is wrong, and how.
struct BadValue
{
    enum class Why : quint8 {
        Missing,
        Unknown,
        NoNumber,
        Range,
        Choice,
        TooLong,
        NoTime,
        NoId,
        Edition,
        NoRectangle,
        NoSpans
    };
    QString parameter, value; ///< safe to show
    Why why = Why::Missing;
};

/// Puts presets where nothing was chosen. Names may be in either case. Empty: all are fit to be sent to that edition.
std::optional<BadValue> checkValues(const AskCommand &command, AskValues &values, Edition edition);

} // namespace gb
