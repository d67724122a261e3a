#include "core/filter/parser.h"

#include "core/filter/terms.h"
#include "core/filter/tokens.h"

namespace gb::filter {
namespace {

using Kind = Token::Kind;
using What = Problem::What;
using Join = Expression::Join;

/// or binds less than and, which binds less than not.
class Reader
{
public:
    explicit Reader(const QString &text)
        : m_text(text)
    {
    }

    Parsed read();

private:
    std::optional<quint16> any(int depth);
    std::optional<quint16> all(int depth);
    std::optional<quint16> one(int depth);
    std::optional<quint16> group(int depth);
    std::optional<quint16> term();
    std::optional<quint16> named(const QString &text, int depth);
    std::optional<quint16> joined(Join how, std::vector<quint16> parts);
    std::nullopt_t fail(
        What what, qsizetype at, qsizetype length, const QString &subject = {}, const QString &instead = {});
    std::nullopt_t nothing();

    bool isOver() const { return m_next == m_tokens.size(); }
    bool is(Kind kind) const { return !isOver() && m_tokens.at(m_next).kind == kind; }
    QString textOf(const Token &token) const { return m_text.mid(token.at, token.length); }

    QString m_text;
    QList<Token> m_tokens;
    qsizetype m_next = 0;
    Expression m_made;
    std::optional<Problem> m_problem;
};

std::nullopt_t Reader::fail(What what, qsizetype at, qsizetype length, const QString &subject, const QString &instead)
{
    if (!m_problem)
        m_problem = Problem{what, at, length, subject, {}, instead};
    return std::nullopt;
}

/// What shall stand behind the last piece is not there.
std::nullopt_t Reader::nothing()
{
    const Token &last = m_tokens.at(std::max<qsizetype>(m_next - 1, 0));
    return fail(What::Nothing, last.at, last.length, textOf(last));
}

Parsed Reader::read()
{
    if (m_text.size() > Limits::text) {
        fail(What::TooLong, Limits::text, m_text.size() - Limits::text, QString::number(Limits::text));
        return {{}, m_problem};
    }
    m_text = withPlainSigns(m_text);
    m_tokens = tokensOf(m_text, m_problem);
    if (m_problem || m_tokens.isEmpty())
        return {{}, m_problem};
    any(0);
    if (!m_problem && !isOver()) // any() ends only at a group's end
        fail(What::CloseGroup, m_tokens.at(m_next).at, 1);
    return m_problem ? Parsed{{}, m_problem} : Parsed{std::move(m_made), {}};
}

std::optional<quint16> Reader::joined(Join how, std::vector<quint16> parts)
{
    if (parts.size() == 1)
        return parts.front();
    return static_cast<quint16>(m_made.join(how, std::move(parts)));
}

std::optional<quint16> Reader::any(int depth)
{
    std::vector<quint16> parts;
    do {
        const auto part = all(depth);
        if (!part)
            return std::nullopt;
        parts.push_back(*part);
    } while (is(Kind::Or) && ++m_next > 0);
    return joined(Join::Or, std::move(parts));
}

std::optional<quint16> Reader::all(int depth)
{
    std::vector<quint16> parts;
    do {
        const auto part = one(depth);
        if (!part)
            return std::nullopt;
        parts.push_back(*part);
        if (is(Kind::And)) {
            ++m_next;
            if (isOver())
                return nothing();
        }
    } while (!isOver() && !is(Kind::Or) && !is(Kind::Close));
    return joined(Join::And, std::move(parts));
}

std::optional<quint16> Reader::one(int depth)
{
    if (isOver())
        return nothing();
    const Token &token = m_tokens.at(m_next);
    if (depth > Limits::depth)
        return fail(What::TooDeep, token.at, token.length, QString::number(Limits::depth));
    switch (token.kind) {
    case Kind::Term: return term();
    case Kind::Open: return group(depth);
    case Kind::Not: {
        ++m_next;
        const auto part = one(depth + 1);
        return part ? std::optional(static_cast<quint16>(m_made.join(Join::Not, {*part}))) : std::nullopt;
    }
    case Kind::Close: // what is open there is a group without anything in it, or none is
        if (depth == 0)
            return fail(What::CloseGroup, token.at, 1);
        break;
    case Kind::Or:
    case Kind::And:
        if (m_next == 0)
            return fail(What::Nothing, token.at, token.length, textOf(token));
        break;
    }
    return nothing();
}

std::optional<quint16> Reader::group(int depth)
{
    const Token open = m_tokens.at(m_next++);
    const auto inside = any(depth + 1);
    if (!inside)
        return std::nullopt;
    if (!is(Kind::Close))
        return fail(What::OpenGroup, open.at, m_text.size() - open.at, {}, m_text.mid(open.at).trimmed() + u')');
    ++m_next;
    return inside;
}

std::optional<quint16> Reader::term()
{
    const Token token = m_tokens.at(m_next++);
    Term read = readTerm(m_text, token.at, token.length);
    if (read.problem) {
        m_problem = read.problem;
        return std::nullopt;
    }
    std::vector<quint16> parts;
    if (m_made.conditions().size() + read.any.size() > Limits::conditions)
        return fail(What::TooMany, token.at, token.length, QString::number(Limits::conditions));
    for (Condition &condition : read.any)
        parts.push_back(static_cast<quint16>(m_made.add(std::move(condition))));
    if (!read.named.isEmpty()) {
        const auto part = named(read.named, 0);
        if (!part)
            return fail(What::TooMany, token.at, token.length, QString::number(Limits::conditions));
        parts.push_back(*part);
    }
    const auto whole = joined(Join::Or, std::move(parts));
    return read.negated ? std::optional(static_cast<quint16>(m_made.join(Join::Not, {*whole}))) : whole;
}

/// The text that a name stands for takes its place.
std::optional<quint16> Reader::named(const QString &text, int depth)
{
    Reader inner(text);
    inner.m_tokens = tokensOf(text, inner.m_problem);
    std::swap(inner.m_made, m_made);
    const auto part = inner.any(depth);
    std::swap(inner.m_made, m_made);
    return inner.m_problem ? std::nullopt : part;
}

} // namespace

Parsed parse(const QString &text)
{
    return Reader(text).read();
}

QString asPart(const QString &text)
{
    std::optional<Problem> problem;
    const QList<Token> tokens = tokensOf(withPlainSigns(text), problem);
    int depth = 0;
    for (const Token &token : tokens) {
        depth += token.kind == Kind::Open ? 1 : token.kind == Kind::Close ? -1 : 0;
        if (token.kind == Kind::Or && depth == 0)
            return u'(' + text.trimmed() + u')';
    }
    return text.trimmed();
}

QString withCondition(const QString &text, const QString &condition, bool without)
{
    QString rest = withPlainSigns(text);
    std::optional<Problem> problem;
    const QList<Token> tokens = tokensOf(rest, problem);
    const bool plain = std::none_of(
        tokens.begin(), tokens.end(), [](const Token &one) { return one.kind == Kind::Or || one.kind == Kind::Open; });
    for (qsizetype i = tokens.size() - 1; plain && i >= 0; --i) {
        if (tokens.at(i).kind != Kind::Term || rest.mid(tokens.at(i).at, tokens.at(i).length) != condition)
            continue;
        const bool negated = i > 0 && tokens.at(i - 1).kind == Kind::Not;
        const qsizetype from = negated ? tokens.at(i - 1).at : tokens.at(i).at;
        rest.remove(from, tokens.at(i).at + tokens.at(i).length - from);
    }
    rest = problem ? QString() : asPart(rest);
    return (rest.isEmpty() ? QString() : rest + u' ') + (without ? QStringLiteral("not ") : QString()) + condition;
}

} // namespace gb::filter
