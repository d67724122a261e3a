#include "core/filter/completion.h"

#include "core/filter/tokens.h"

namespace gb::filter {
namespace {

bool endsWord(QChar c)
{
    return c.isSpace() || c == u'(' || c == u')';
}

QStringList fieldOffers(const QString &typed)
{
    QStringList offers;
    for (const FieldInfo &one : fields()) {
        const QString name = QLatin1String(one.name);
        if (name.startsWith(typed, Qt::CaseInsensitive))
            offers << name + (one.type == Type::Duration ? u'>' : u':');
    }
    for (const char *word : {"not", "or"}) {
        if (QLatin1String(word).startsWith(typed, Qt::CaseInsensitive))
            offers << QLatin1String(word);
    }
    return offers;
}

QStringList wordOffers(const FieldInfo &field, const QString &typed)
{
    const QStringList words = field.field == Field::State ? stateWords() : QString::fromLatin1(field.words).split(u' ');
    QStringList offers, others;
    for (const QString &one : words) {
        if (one.startsWith(typed, Qt::CaseInsensitive))
            offers << one;
        else if (one.contains(typed, Qt::CaseInsensitive))
            others << one;
    }
    offers += others;
    return offers;
}

/// The place is in quotes: there stands a text, whatever it looks like.
bool isQuoted(QStringView text, qsizetype at)
{
    bool quoted = false;
    for (qsizetype i = 0; i < at; ++i) {
        if (text[i] == u'"')
            quoted = !quoted;
        else if (text[i] == u'\\' && quoted)
            ++i;
    }
    return quoted;
}

} // namespace

Completion completionAt(const QString &typedText, qsizetype cursor)
{
    const QString text = withPlainSigns(typedText);
    cursor = std::clamp<qsizetype>(cursor, 0, text.size());
    qsizetype start = cursor, end = cursor;
    while (start > 0 && !endsWord(text.at(start - 1)))
        --start;
    while (end < text.size() && !endsWord(text.at(end)))
        ++end;
    while (start < cursor && (text.at(start) == u'-' || text.at(start) == u'!'))
        ++start;
    if (isQuoted(text, cursor))
        return {.at = start, .length = end - start, .typed = text.mid(start, cursor - start)};
    const QStringView word = QStringView(text).sliced(start, cursor - start);
    const qsizetype name = nameLength(word, false);
    const Operator sign = operatorAt(word.sliced(name));
    const FieldInfo *const field = name > 0 && sign.length > 0 ? fieldOf(word.first(name)) : nullptr;
    Completion made{.at = start, .length = end - start, .typed = word.toString(), .field = field, .offers = {}};
    if (!field) {
        if (sign.length == 0)
            made.offers = fieldOffers(made.typed);
        return made;
    }
    made.at = start + name + sign.length;
    if (const qsizetype comma = QStringView(text).first(cursor).lastIndexOf(u','); comma >= made.at && !field->named)
        made.at = comma + 1;
    made.length = end - made.at;
    made.typed = text.mid(made.at, cursor - made.at);
    if (field->type == Type::Word)
        made.offers = wordOffers(*field, made.typed);
    return made;
}

} // namespace gb::filter
