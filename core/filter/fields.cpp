#include "core/filter/fields.h"

#include <QStringList>

#include <algorithm>
#include <numeric>
#include <vector>

namespace gb::filter {
namespace {

constexpr FieldInfo table[] = {
    {Field::Text, "text", "", Type::Text, Source::Both},
    {Field::Pattern, "re", "regex", Type::Pattern, Source::Octets},
    {Field::Device, "dev", "id", Type::Text},
    {Field::CallId, "callid", "call-id", Type::Text},
    {Field::Address, "addr", "ip", Type::Text},
    {Field::Source, "src", "", Type::Text},
    {Field::Target, "dst", "", Type::Text},
    {Field::Port, "port", "", Type::Number},
    {Field::Method, "method", "", Type::Text},
    {Field::Command, "cmd", "cmdtype", Type::Text},
    {Field::Status, "status", "code", Type::Number},
    {Field::Sn, "sn", "", Type::Number},
    {Field::ResponseTime, "rt", "", Type::Duration},
    {Field::Retransmission, "retrans", "", Type::Number},
    {Field::Size, "size", "bytes", Type::Number},
    {Field::Number, "no", "number", Type::Number},
    {Field::Time, "time", "", Type::Time},
    {Field::Transport, "transport", "proto", Type::Word, Source::Index, false, "udp tcp"},
    {Field::Way, "dir", "", Type::Word, Source::Index, false, "in out"},
    {Field::Kind, "kind", "", Type::Word, Source::Index, false, "request response natkeepalive other"},
    {Field::State, "is", "", Type::Word, Source::Index, false,
        "problem malformed unanswered missed refused challenge retransmitted repeated duplicate echo proxycopy "
        "offschedule authorized heartbeat sip notsip natkeepalive marked"},
    {Field::From, "from", "", Type::Text, Source::Octets},
    {Field::To, "to", "", Type::Text, Source::Octets},
    {Field::CSeq, "cseq", "", Type::Number, Source::Octets},
    {Field::Agent, "ua", "agent", Type::Text, Source::Octets},
    {Field::Header, "hdr", "header", Type::Text, Source::Octets, true},
    {Field::Element, "xml", "", Type::Text, Source::Octets, true},
};

constexpr NamedFilter named[] = {
    {"authloop", "is:refused"},
    {"slow", "rt>500ms"},
    {"failed", "status>=400 not is:challenge"},
};

int distance(QStringView a, QStringView b)
{
    std::vector<int> row(static_cast<std::size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i) + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const int changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[at + 1];
            row[at + 1] = std::min({changed, row[at] + 1, diagonal + 1});
        }
    }
    return row.back();
}

} // namespace

std::span<const FieldInfo> fields()
{
    return table;
}

std::span<const NamedFilter> namedFilters()
{
    return named;
}

const FieldInfo *fieldOf(QStringView name)
{
    const auto is = [name](const char *one) {
        return *one != '\0' && name.compare(QLatin1String(one), Qt::CaseInsensitive) == 0;
    };
    const auto found = std::find_if(
        std::begin(table), std::end(table), [&is](const FieldInfo &one) { return is(one.name) || is(one.alias); });
    return found == std::end(table) ? nullptr : found;
}

const FieldInfo &infoOf(Field field)
{
    return table[static_cast<std::size_t>(field)]; // a test compares
}

QStringList stateWords()
{
    QStringList words = QString::fromLatin1(infoOf(Field::State).words).split(u' ');
    for (const NamedFilter &one : named)
        words.append(QLatin1String(one.name));
    return words;
}

QString nearest(QStringView word, const QStringList &among)
{
    constexpr qsizetype longest = 24;
    if (word.isEmpty() || word.size() > longest)
        return {};
    const QString wanted = word.toString().toLower();
    QString best;
    auto least = static_cast<int>(std::max<qsizetype>(1, wanted.size() / 3)) + 1;
    for (const QString &one : among) {
        const QString lower = one.toLower();
        const int away = wanted.size() > 1 && lower.startsWith(wanted) ? 0 : distance(wanted, lower);
        if (away < least) {
            least = away;
            best = one;
        }
    }
    return best;
}

} // namespace gb::filter
