#include "ui/workspace/aboutdialog.h"

#include "ui/widgets/plainlabel.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

namespace gb::ui {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("HelpDialogs", text);
}

/// What a report about this program has to say first.
QString build()
{
    //: %1 and %2 are versions of Qt, %3 an operating system, %4 a kind of processor
    return say(QT_TRANSLATE_NOOP("HelpDialogs", "Qt %1 (built with %2), %3, %4"))
        .arg(QLatin1String(qVersion()), QStringLiteral(QT_VERSION_STR), QSysInfo::prettyProductName(),
            QSysInfo::currentCpuArchitecture());
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
                 "It uses Qt (LGPL-3; Qt Charts GPL-3), libosip2 and libqrencode (LGPL-2.1) and libpcap (BSD).")),
             build()}) {
        QLabel *label = plainLabel(text);
        label->setWordWrap(true);
        label->setMinimumWidth(label->fontMetrics().averageCharWidth() * 64);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        column->addWidget(label);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QPushButton *const copy = buttons->addButton(
        say(QT_TRANSLATE_NOOP("HelpDialogs", "Cop&y")), QDialogButtonBox::ActionRole);
    copy->setToolTip(toolTipText(say(QT_TRANSLATE_NOOP("HelpDialogs", "Versions, for a bug report"))));
    copy->setAutoDefault(false);
    QObject::connect(copy, &QPushButton::clicked, dialog, [] {
        QGuiApplication::clipboard()->setText(
            QStringLiteral("gbscope %1\n%2\n").arg(QCoreApplication::applicationVersion(), build()));
    });
    column->addWidget(buttons);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    buttons->button(QDialogButtonBox::Close)->setFocus();
    dialog->show();
}

} // namespace gb::ui
