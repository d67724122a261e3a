#include "ui/client/silencebanner.h"
#include "ui/client/silencemodel.h"
#include "ui/client/silencewindow.h"
#include "ui/devices/devicepanel.h"
#include "ui/session/livesession.h"
#include "ui/workspace/mainwindow.h"
#include "ui/workspace/windowactions.h"

#include <QToolBar>

/// How the main window wires the silence test.
namespace gb::ui {

void MainWindow::connectSilence()
{
    m_silence = new SilenceWindow(*m_devices->model(), this);
    m_silenceBanner = new SilenceBanner;
    addToolBarBreak();
    m_silenceBar = addToolBar(QString());
    m_silenceBar->setObjectName(QStringLiteral("silence"));
    m_silenceBar->setMovable(false);
    m_silenceBar->toggleViewAction()->setVisible(false);
    m_silenceBanner->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_silenceBar->addWidget(m_silenceBanner);
    m_silenceBar->hide();
    connect(m_devices, &DevicePanel::selectionChanged, m_silence, &SilenceWindow::setSelected);
    connect(m_actions->silenceTest, &QAction::triggered, this, &MainWindow::showSilence);
    connect(m_silenceBanner, &SilenceBanner::resultsRequested, this, &MainWindow::showSilence);
    connect(m_silence, &SilenceWindow::deviceActivated, this, [this](const QString &id) { m_devices->select({id}); });
    if (!m_live)
        return;
    connect(m_silence, &SilenceWindow::silenceRequested, m_live.get(), &LiveSession::fallSilent);
    connect(m_silence, &SilenceWindow::answerRequested, m_live.get(), &LiveSession::answerAgain);
    connect(m_silenceBanner, &SilenceBanner::answerRequested, m_live.get(), &LiveSession::answerAgain);
    connect(m_live.get(), &LiveSession::silenceChanged, this, [this](const SilenceChange &change) {
        m_silence->take(change);
        tellSilence(change.at);
    });
}

void MainWindow::showSilence()
{
    m_silence->show();
    m_silence->raise();
    m_silence->activateWindow();
}

/// Even where the test's own window is closed.
void MainWindow::tellSilence(TimePoint now)
{
    const SilenceTest &test = m_silence->test();
    const SilenceModel &model = m_silence->model();
    m_silenceBar->setVisible(test.isOn());
    if (test.isOn())
        m_silenceBanner->show(test.silence(), model.rowCount(), model.count(SilenceTest::State::Registered),
            model.count(SilenceTest::State::Unnoticed), now);
}

} // namespace gb::ui
