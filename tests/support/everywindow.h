#pragma once
#include "tests/support/events.h"
#include "tests/support/livewindow.h"
#include "ui/ladder/flowpanel.h"
#include "ui/workspace/commands.h"

#include <QApplication>
#include <QTimer>

#include <algorithm>
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

inline bool isOtherShown(const QWidget &window)
{
    const QWidgetList all = QApplication::topLevelWidgets();
    return std::any_of(all.begin(), all.end(),
        [&](const QWidget *one) { return one != &window && one->isVisible() && !one->inherits("QMenu"); });
}

/// A request with its retry.
inline void chooseFirstMessage(ui::MainWindow &window)
{
    auto *const flow = window.findChild<ui::FlowPanel *>();
    QTRY_VERIFY(flow->rows()->matches() >= 4);
    flow->select(1);
    emit flow->messageSelected(1);
}

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
    const bool reads = id.startsWith(QStringLiteral("compare.")); // its messages, first
    if (reads)
        letEventsComeUntil([&] { return isOtherShown(window); });
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
    chooseFirstMessage(window);
    QVERIFY(lookAt(window, QStringLiteral("compare.retry"), look));
}

} // namespace gb::test
