#pragma once
#include "core/filter/fields.h"
#include "core/filter/textpattern.h"

#include <QList>
#include <QRegularExpression>

#include <algorithm>
#include <limits>
#include <vector>

namespace gb::filter {

/// Whether a message meets something. What is not known yet may become either: a text that was not looked for so far.
enum class Truth : quint8 { No, Unknown, Yes };

constexpr Truth truth(bool value)
{
    return value ? Truth::Yes : Truth::No;
}

/// One thing that is asked of a message. Numbers, durations and times are ranges, both ends included.
struct Condition
{
    Field field = Field::Text;
    QString name;          ///< of a header or an element
    TextPattern pattern;   ///< of Type::Text
    QString text;          ///< the same as it was typed
    bool present = false;  ///< of a header or an element: that there is one is enough
    bool ofNumber = false; ///< of a header or an element: its value is a number in the range
    bool ofDay = false;    ///< of Field::Time: microseconds of a day, whichever it is; else since the epoch
    quint8 word = 0;       ///< of Type::Word: which of them
    qint64 low = std::numeric_limits<qint64>::min(), high = std::numeric_limits<qint64>::max(); ///< durations in
                                                                                                ///< microseconds
    QRegularExpression expression{}; ///< of Field::Pattern; may give up on a text, see OctetCheck
    QString key;                     ///< two conditions with the same one ask the same

    bool holds(qint64 value) const { return value >= low && value <= high; }
};

/// Conditions joined by and, or, not. A value; of an empty text it is met by all.
class Expression
{
public:
    enum class Join : quint8 { Condition, Not, And, Or };

    bool isEmpty() const { return m_nodes.empty(); }
    const QList<Condition> &conditions() const { return m_conditions; }
    /// Places of those that look into the message itself.
    const QList<qsizetype> &octetConditions() const { return m_octets; }
    /// What comes later may change whether a message meets it: an answer, or a timer that fires.
    bool looksAhead() const;

    /// `ask(index)` tells the Truth of that condition; asked only where it matters.
    template<typename Ask>
    Truth evaluate(const Ask &ask) const
    {
        return m_nodes.empty() ? Truth::Yes : evaluate(m_nodes.size() - 1, ask);
    }

    // For the parser: parts are made before what joins them; the last one is the whole
    std::size_t add(Condition condition);
    std::size_t join(Join how, std::vector<quint16> parts);

private:
    struct Node
    {
        Join join = Join::Condition;
        quint16 condition = 0;
        std::vector<quint16> parts;
    };

    template<typename Ask>
    Truth evaluate(std::size_t at, const Ask &ask) const
    {
        const Node &node = m_nodes[at];
        if (node.join == Join::Condition)
            return ask(node.condition);
        if (node.join == Join::Not)
            return static_cast<Truth>(2 - static_cast<int>(evaluate(node.parts[0], ask)));
        const bool all = node.join == Join::And;
        Truth result = all ? Truth::Yes : Truth::No;
        for (const quint16 part : node.parts) {
            const Truth one = evaluate(part, ask);
            result = all ? std::min(result, one) : std::max(result, one);
            if (result == (all ? Truth::No : Truth::Yes))
                break;
        }
        return result;
    }

    std::vector<Node> m_nodes;
    QList<Condition> m_conditions;
    QList<qsizetype> m_octets;
};

} // namespace gb::filter
