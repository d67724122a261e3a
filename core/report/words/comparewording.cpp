#include "core/report/words/comparewording.h"

#include "core/report/words/say_p.h"

namespace gb::wording {
namespace {

QString count(const char *text, qsizetype n)
{
    return QCoreApplication::translate("wording", text, nullptr, static_cast<int>(n));
}

} // namespace

QString change(Change change)
{
    switch (change) {
    case Change::Same: break;
    case Change::Whitespace: return say(QT_TRANSLATE_NOOP("wording", "blanks differ"));
    case Change::Case: return say(QT_TRANSLATE_NOOP("wording", "case differs"));
    case Change::Spelling: return say(QT_TRANSLATE_NOOP("wording", "the same, written otherwise"));
    case Change::Reordered: return say(QT_TRANSLATE_NOOP("wording", "at another place"));
    case Change::Changed: return say(QT_TRANSLATE_NOOP("wording", "changed"));
    case Change::Added: return say(QT_TRANSLATE_NOOP("wording", "added"));
    case Change::Removed: return say(QT_TRANSLATE_NOOP("wording", "removed"));
    }
    return {};
}

QChar changeSign(Change change)
{
    switch (change) {
    case Change::Same: break;
    case Change::Whitespace:
    case Change::Case:
    case Change::Spelling: return u'\u2248';
    case Change::Reordered: return u'\u2195';
    case Change::Changed: return u'\u2260';
    case Change::Added: return u'+';
    case Change::Removed: return u'\u2212';
    }
    return {};
}

QString rowDifference(const ComparedRow &row, bool withNoise)
{
    if (row.isChange(withNoise))
        return changeSign(row.change) + QStringLiteral(" ") + change(row.change);
    if (row.otherItems > 0)
        return count(QT_TRANSLATE_N_NOOP("wording", "%1 of %n item(s) differ"), row.items).arg(row.otherItems);
    const qsizetype inside = row.changes + (withNoise ? row.noise : 0);
    return inside == 0 ? QString() : count(QT_TRANSLATE_N_NOOP("wording", "%n difference(s) in it"), inside);
}

QString comparisonSummary(const Comparison &comparison, bool areEqual)
{
    if (areEqual)
        return say(QT_TRANSLATE_NOOP("wording", "The messages are equal, byte by byte."));
    QStringList sentences;
    if (comparison.changes == 0 && comparison.noise == 0)
        sentences << say(QT_TRANSLATE_NOOP("wording", "The messages are the same in all their parts."));
    else if (comparison.changes == 0)
        sentences << say(QT_TRANSLATE_NOOP("wording", "The messages differ only in what differs in each message."));
    else
        sentences << count(QT_TRANSLATE_N_NOOP("wording", "%n difference(s)."), comparison.changes);
    if (comparison.noise > 0)
        sentences << count(QT_TRANSLATE_N_NOOP("wording",
                               "%n more in what differs in each message: branch, tag, CSeq number, nonce, Date, "
                               "Content-Length, Call-ID, SN."),
            comparison.noise);
    if (comparison.isCut)
        sentences << say(QT_TRANSLATE_NOOP(
            "wording", "One of them has more parts than are told apart; its rest is compared as a whole."));
    return sentences.join(u' ');
}

QString comparedName(const ComparedRow &row)
{
    if (row.kind == ComparedRow::Kind::Cut)
        return say(QT_TRANSLATE_NOOP("wording", "the rest"));
    if (row.kind == ComparedRow::Kind::Broken)
        return say(QT_TRANSLATE_NOOP("wording", "the rest, which is no XML"));
    return row.name;
}

QString comparedValue(const ComparedRow &row, qsizetype column)
{
    const ComparedCell &cell = row.cells.at(column);
    if (!cell.isThere)
        return {};
    if (row.kind == ComparedRow::Kind::Body)
        return count(QT_TRANSLATE_N_NOOP("wording", "%n byte(s)"), cell.text.toLongLong());
    return row.change == Change::Whitespace ? QString(cell.text).replace(u' ', u'\u2423') : cell.text;
}

} // namespace gb::wording
