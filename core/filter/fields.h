#pragma once
#include <QString>

#include <span>

namespace gb::filter {

/// What a condition asks of a message.
enum class Field : quint8 {
    Text,    ///< anywhere in the message, or in what lists show of it
    Pattern, ///< the same by a regular expression
    Device,
    CallId,
    Address, ///< of either end
    Source,
    Target,
    Port, ///< of either end
    Method,
    Command,
    Status,
    Sn,
    ResponseTime, ///< of a request until its final answer, of an answer since its request
    Retransmission,
    Size,
    Number,
    Time,
    Transport,
    Way,
    Kind,
    State,
    From,
    To,
    CSeq,
    Agent,
    Header,
    Element,
};

/// How a value of a field is written, and compared.
enum class Type : quint8 {
    Text,     ///< whole, any case, with * and ?; ~ finds it within
    Number,   ///< of status also 4xx
    Duration, ///< 500ms, 2s, 3min, 1h
    Time,     ///< 10:23, 10:23:15.250 of any day, 2026-11-30, 2026-11-30T10:23, in the time of this computer
    Word,     ///< one of a few
    Pattern,  ///< /…/ or /…/i
};

/// Where it is looked for.
enum class Source : quint8 {
    Index,  ///< what lists know of each message: at once
    Octets, ///< the message itself, which is read from the record
    Both,
};

struct FieldInfo
{
    Field field;
    const char *name, *alias; ///< lower case; the alias may be empty
    Type type;
    Source source = Source::Index;
    bool named = false;     ///< which one is said behind a colon: hdr:User-Agent
    const char *words = ""; ///< of Type::Word, by blanks, in the order of their enumeration
};

/// One line a field. Those without a name are not typed.
std::span<const FieldInfo> fields();
/// Null where there is none. Any case.
const FieldInfo *fieldOf(QStringView name);
const FieldInfo &infoOf(Field field);

/// Values of Field::State.
enum class State : quint8 {
    Problem,       ///< as LogEntry::isProblem()
    Malformed,     ///< SIP with faults
    Unanswered,    ///< what would follow it never came, as far as the record shows
    Missed,        ///< a heartbeat behind which the next one did not come in time
    Refused,       ///< challenged again though it answered a challenge
    Challenge,     ///< 401 or 407
    Retransmitted, ///< a copy that a sender's timer sent
    Repeated,      ///< any copy but the first one
    Duplicate,     ///< captured twice, or doubled by the network
    Echo,          ///< an answer sent again because its request came again
    ProxyCopy,
    OffSchedule, ///< a copy at a time that no timer has
    Authorized,
    Heartbeat,
    Sip,
    NotSip,
    Natkeepalive,
    Marked, ///< by the engineer
};

/// A filter that has a name of its own: is:slow stands for its text.
struct NamedFilter
{
    const char *name;
    const char *text;
};
std::span<const NamedFilter> namedFilters();

/// All that may stand behind is: states, then named filters.
QStringList stateWords();

/// The words of a list that is like it, for "did you mean"; empty: none is.
QString nearest(QStringView word, const QStringList &among);

} // namespace gb::filter
