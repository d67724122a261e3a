#include "ui/listen/serverguard.h"

#include <QEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QWidget>

namespace gb::ui {
namespace {

bool asks = true;

} // namespace

ServerGuard::ServerGuard(QWidget *window, std::function<int()> devices)
    : QObject(window)
    , m_window(window)
    , m_devices(std::move(devices))
{
    window->installEventFilter(this);
}

void ServerGuard::askNothingMore()
{
    asks = false;
}

bool ServerGuard::mayStop(const QString &button)
{
    const int devices = asks ? m_devices() : 0;
    if (devices == 0)
        return true;
    QMessageBox box(m_window);
    box.setIcon(QMessageBox::Question);
    box.setWindowTitle(QStringLiteral("gbscope"));
    box.setTextFormat(Qt::PlainText);
    box.setText(tr("%n device(s) will lose their server.", nullptr, devices));
    box.setInformativeText(tr("They cannot register until something listens here again. The record is kept."));
    QPushButton *const stop = box.addButton(button, QMessageBox::AcceptRole);
    box.addButton(QMessageBox::Cancel);
    box.setDefaultButton(stop);
    box.exec();
    return box.clickedButton() == stop;
}

bool ServerGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Close || mayStop(tr("Close anyway")))
        return QObject::eventFilter(watched, event);
    event->ignore();
    return true;
}

} // namespace gb::ui
