#include "ui/settings/savedfilters.h"

#include "core/filter/parser.h"
#include "ui/settings/appsettings.h"

namespace gb::ui {
namespace {

constexpr int scopes = 3;
constexpr char part[] = "filters";

} // namespace

/// A line each: the scope, a blank, the text.
QList<SavedFilter> savedFilters(const AppSettings &settings)
{
    QList<SavedFilter> filters;
    const QList<QByteArray> lines = settings.layout(QLatin1String(part)).left(64 * 1024).split('\n');
    for (const QByteArray &kept : lines) {
        bool isNumber = false;
        const int scope = kept.left(1).toInt(&isNumber);
        const SavedFilter one{QString::fromUtf8(kept.mid(2)), scope};
        if (isNumber && scope < scopes && filters.size() < filtersKept && !one.text.trimmed().isEmpty()
            && !filter::parse(one.text).problem && !filters.contains(one))
            filters.append(one);
    }
    return filters;
}

void saveFilters(AppSettings &settings, const QList<SavedFilter> &filters)
{
    QByteArray lines;
    for (const SavedFilter &one : filters.mid(0, filtersKept))
        lines += QByteArray::number(one.scope) + ' ' + QString(one.text).replace(u'\n', u' ').toUtf8() + '\n';
    settings.setLayout(QLatin1String(part), lines);
}

} // namespace gb::ui
