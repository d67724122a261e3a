#pragma once
#include <QByteArray>
#include <QList>
#include <QString>

namespace gb {

/// How a part differs from that of the first message. The one that says most comes last.
enum class Change : quint8 {
    Same,
    Whitespace, ///< blanks and line ends alone
    Case,       ///< letters in another case, and perhaps blanks
    Spelling,   ///< of a body: other octets, all parts that are told apart the same: <a/> and <a></a>, a comment
    Reordered,  ///< the same, at another place among the others
    Changed,
    Added,   ///< the first message has none
    Removed, ///< the first message has it, this one has not
};

/// Limits of work for one message of at most HeadLimits::datagram octets.
struct CompareLimits
{
    static constexpr qsizetype messages = 4;
    static constexpr int pieces = 4000;     ///< into which a message is taken apart; the rest is compared as a whole
    static constexpr int depth = 24;        ///< of XML
    static constexpr qsizetype shown = 255; ///< characters of a value
};

struct ComparedCell
{
    bool isThere = false;
    QString text; ///< safe to show; of a long one the part around the difference
    Change change = Change::Same;
};

/// A part of a message, beside those of the others that it stands against.
struct ComparedRow
{
    enum class Kind : quint8 {
        StartLine,
        Header,
        Body,
        Part,   ///< of one of these
        Cut,    ///< more than is taken apart
        Broken, ///< no XML from here on
    };

    Kind kind = Kind::Part;
    QString name; ///< as the first message that has it spells it, of the grammar, never translated; safe to show
    QList<ComparedCell> cells;           ///< one for each message
    Change change = Change::Same;        ///< the one of its cells that says most
    bool isNoise = false;                ///< differs in every message: branch, tag, number of CSeq, nonce, Date ...
    bool isItem = false;                 ///< of a list
    qsizetype items = 0, otherItems = 0; ///< of a list: how many it has, and how many of them differ beyond noise
    qsizetype changes = 0, noise = 0;    ///< of itself and of all parts below: that tell something, and that are noise
    QList<ComparedRow> rows;

    bool differs(bool withNoise) const { return changes > 0 || (withNoise && noise > 0); }
    /// Itself, not a part of it.
    bool isChange(bool withNoise) const { return change != Change::Same && (withNoise || !isNoise); }
};

struct Comparison
{
    QList<ComparedRow> rows;
    qsizetype changes = 0, noise = 0;
    bool isCut = false; ///< a message had more than CompareLimits::pieces
};

/**
 * Two to CompareLimits::messages SIP messages side by side, each against the first: start line by its parts, headers by
 * name (RFC 3261 §7.3.3: compact forms are the same name) and occurrence, their parameters by name, SDP by its m= lines
 * and attributes, XML as a tree in which list items are found by DeviceID or SN, any other body by its lines. Values
 * are equal where their octets are; the charset of a body has a row of its own. A Via, Route or Contact may stand in a
 * line of its own or in a list. Work is bounded whatever the octets are.
 */
Comparison compareMessages(const QList<QByteArray> &messages);

} // namespace gb
