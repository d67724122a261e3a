#pragma once
#include "tests/support/livewindow.h"
#include "ui/workspace/commands.h"

#include <QApplication>
#include <QTimer>

#include <functional>

namespace gb::test {

using Look = std::function<void(const QString &name, QWidget *window)>;

/// Commands that open a window of their own.
inline const QStringList windowCommands{QStringLiteral("devices.card"), QStringLiteral("devices.bothEnds"),
    QStringLiteral("devices.silence"), QStringLiteral("devices.ask"), QStringLiteral("devices.play"),
    QStringLiteral("devices.message"), QStringLiteral("devices.expected"), QStringLiteral("devices.passwords"),
    QStringLiteral("capture.export"), QStringLiteral("capture.report"), QStringLiteral("list.statistics"),
    QStringLiteral("view.overview"), QStringLiteral("view.preferences"), QStringLiteral("help.keys"),
    QStringLiteral("help.palette"), QStringLiteral("help.about")};

/// Shows the window of one command, lets it be looked at, and closes it. False where none came.
inline bool lookAt(ui::MainWindow &window, const QString &id, const Look &look)
{
    bool seen = false;
    const auto show = [&](QWidget *shown) {
        seen = true;
        QApplication::setActiveWindow(shown);
        QCoreApplication::processEvents();
        look(id, shown);
        shown->close();
    };
    QTimer modal;
    modal.setSingleShot(true);
    QObject::connect(&modal, &QTimer::timeout, &modal, [&] {
        if (QWidget *shown = QApplication::activeModalWidget())
            show(shown);
    });
    modal.start(0);
    window.findChild<ui::Commands *>()->run(id); // a modal one returns when it is closed
    modal.stop();
    for (QWidget *shown : QApplication::topLevelWidgets()) {
        if (!seen && shown != &window && shown->isVisible() && !shown->inherits("QMenu"))
            show(shown);
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QApplication::setActiveWindow(&window);
    return seen;
}

/// The main window, and each other one in turn.
inline void lookAtAll(ui::MainWindow &window, const Look &look)
{
    QApplication::setActiveWindow(&window);
    QCoreApplication::processEvents();
    look(QStringLiteral("main"), &window);
    for (const QString &id : windowCommands)
        QVERIFY2(lookAt(window, id, look), qPrintable(id));
}

} // namespace gb::test
