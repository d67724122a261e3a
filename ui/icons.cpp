#include "ui/icons.h"

#include <QFile>

namespace gb::ui {

QIcon icon(const QString &name)
{
    const QString file = QStringLiteral(":/icons/%1.svg").arg(name);
    return QFile::exists(file) ? QIcon(file) : QIcon();
}

} // namespace gb::ui
