#include "ui/workspace/helpdialogs.h"

#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QVBoxLayout>

namespace gb::ui {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("HelpDialogs", text);
}

QDialog *dialogWith(QWidget *parent, const QString &title, QLayout *content)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *column = new QVBoxLayout(dialog);
    column->addLayout(content);
    column->addWidget(buttons);
    return dialog;
}

} // namespace

void showKeys(QWidget *parent)
{
    static constexpr std::pair<const char *, const char *> keys[] = {
        {"Ctrl+L", QT_TRANSLATE_NOOP("HelpDialogs", "choose where to listen")},
        {"/", QT_TRANSLATE_NOOP("HelpDialogs", "find a device")},
        {"Ctrl+D", QT_TRANSLATE_NOOP("HelpDialogs", "camera card: what to type into a camera")},
        {"Ctrl+Shift+F", QT_TRANSLATE_NOOP("HelpDialogs", "find in the text of all messages; F3 and Shift+F3 go on")},
        {"Ctrl+B", QT_TRANSLATE_NOOP("HelpDialogs", "the selected device's heartbeat setting on both ends")},
        {"Ctrl+T", QT_TRANSLATE_NOOP("HelpDialogs", "silence test: do devices notice that their server is gone?")},
        {"Ctrl+O", QT_TRANSLATE_NOOP("HelpDialogs", "open a capture")},
        {"Ctrl+E", QT_TRANSLATE_NOOP("HelpDialogs", "export")},
        {"\u2191 \u2193", QT_TRANSLATE_NOOP("HelpDialogs", "move through devices or messages")},
        {"Enter", QT_TRANSLATE_NOOP("HelpDialogs", "open a device's messages; unfold heartbeats")},
        {"n  p", QT_TRANSLATE_NOOP("HelpDialogs", "next and previous problem in the ladder")},
        {"b", QT_TRANSLATE_NOOP("HelpDialogs", "brackets that show how long answers took")},
        {"End", QT_TRANSLATE_NOOP("HelpDialogs", "follow the live traffic again")},
        {"F8", QT_TRANSLATE_NOOP("HelpDialogs", "site overview: large, for a glance from afar")},
        {"F11", QT_TRANSLATE_NOOP("HelpDialogs", "full screen")},
    };
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    int row = 0;
    for (const auto &[key, what] : keys) {
        QLabel *label = plainLabel(QString::fromUtf8(key));
        label->setFont(monospace());
        grid->addWidget(label, row, 0);
        grid->addWidget(plainLabel(tr(what)), row++, 1);
    }
    dialogWith(parent, tr(QT_TRANSLATE_NOOP("HelpDialogs", "Keyboard")), grid)->show();
}

void showAbout(QWidget *parent)
{
    auto *column = new QVBoxLayout;
    QLabel *name = plainLabel(QStringLiteral("gbscope %1").arg(QCoreApplication::applicationVersion()));
    QFont large = name->font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    name->setFont(large);
    column->addWidget(name);
    for (const QString &text : {tr(QT_TRANSLATE_NOOP("HelpDialogs", "Console for commissioning GB/T 28181 devices.")),
             tr(QT_TRANSLATE_NOOP("HelpDialogs",
                 "Free software under the GNU General Public License, version 3 or later. There is no warranty.")),
             tr(QT_TRANSLATE_NOOP(
                 "HelpDialogs", "It uses Qt (LGPL-3; Qt Charts GPL-3), libosip2 (LGPL-2.1) and libpcap (BSD)."))}) {
        QLabel *label = plainLabel(text);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    dialogWith(parent, tr(QT_TRANSLATE_NOOP("HelpDialogs", "About gbscope")), column)->show();
}

} // namespace gb::ui
