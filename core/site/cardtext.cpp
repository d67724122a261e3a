#include "core/site/cardtext.h"

namespace gb {

QString cardText(const QString &title, const QList<CardRow> &rows, bool chineseNames, bool withPassword)
{
    QString text = title + u'\n';
    for (const CardRow &row : rows) {
        const bool secret = row.secret && (!withPassword || row.field == CardField::PasswordAgain);
        if (secret || row.value.isEmpty() || row.field == CardField::Enable)
            continue;
        text += (chineseNames ? row.chinese : row.english) + QStringLiteral(": ") + row.value + u'\n';
    }
    return text;
}

} // namespace gb
