#include "ui/widgets/askfirst.h"

#include <QMessageBox>
#include <QPushButton>

namespace gb::ui {

void askFirst(QWidget *parent, AskIcon icon, const QString &title, const QString &text, const QString &button,
    std::function<void()> then)
{
    auto *const question = new QMessageBox(icon == AskIcon::Warning ? QMessageBox::Warning : QMessageBox::Question,
        title, text, QMessageBox::NoButton, parent);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *const yes = question->addButton(button, QMessageBox::DestructiveRole);
    question->setDefaultButton(question->addButton(QMessageBox::Cancel));
    QObject::connect(
        question, &QMessageBox::buttonClicked, parent, [yes, then = std::move(then)](QAbstractButton *pressed) {
            if (pressed == static_cast<QAbstractButton *>(yes))
                then();
        });
    question->open();
}

} // namespace gb::ui
