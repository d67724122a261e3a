#include "ui/workspace/aboutdialog.h"

#include "ui/widgets/plainlabel.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace gb::ui {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("HelpDialogs", text);
}

} // namespace

void showAbout(QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(say(QT_TRANSLATE_NOOP("HelpDialogs", "About gbscope")));
    auto *column = new QVBoxLayout(dialog);
    QLabel *name = plainLabel(QStringLiteral("gbscope %1").arg(QCoreApplication::applicationVersion()));
    QFont large = name->font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    name->setFont(large);
    column->addWidget(name);
    for (const QString &text : {say(QT_TRANSLATE_NOOP("HelpDialogs", "Console for commissioning GB/T 28181 devices.")),
             say(QT_TRANSLATE_NOOP("HelpDialogs",
                 "Free software under the GNU General Public License, version 3 or later. There is no warranty.")),
             say(QT_TRANSLATE_NOOP("HelpDialogs",
                 "It uses Qt (LGPL-3; Qt Charts GPL-3), libosip2 and libqrencode (LGPL-2.1) and libpcap (BSD)."))}) {
        QLabel *label = plainLabel(text);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    column->addWidget(buttons);
    dialog->show();
}

} // namespace gb::ui
