#include "ui/listen/serverguard.h"
#include "ui/settings/languages.h"

#include <QMessageBox>
#include <QPushButton>
#include <QTimer>
#include <QtTest>

using namespace gb::ui;

class tst_ServerGuard : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_languages.use(QStringLiteral("en")); } // plural forms
    void nobodyIsAskedForNothing();
    void closingIsAskedAndLeft();
    void stoppingIsAsked();
    void theSystemIsNotAsked(); // last: it is for good

private:
    /// Presses that button of the question; what it said is kept.
    void answer(QMessageBox::StandardButton button)
    {
        m_said.clear();
        QTimer::singleShot(0, this, [this, button] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            if (!box)
                return;
            m_said = box->text();
            m_default = box->defaultButton() ? box->defaultButton()->text() : QString();
            button == QMessageBox::Cancel ? box->button(QMessageBox::Cancel)->click() : box->defaultButton()->click();
        });
    }

    Languages m_languages;
    QString m_said, m_default;
};

void tst_ServerGuard::nobodyIsAskedForNothing()
{
    QWidget window;
    ServerGuard guard(&window, [] { return 0; });
    window.show();
    answer(QMessageBox::Cancel);
    QVERIFY(guard.mayStop(QStringLiteral("Stop")));
    QVERIFY(window.close());
    QVERIFY(m_said.isEmpty());
}

void tst_ServerGuard::closingIsAskedAndLeft()
{
    QWidget window;
    const ServerGuard guard(&window, [] { return 67; });
    window.show();
    answer(QMessageBox::Cancel);
    QVERIFY(!window.close());
    QVERIFY(window.isVisible());
    QCOMPARE(m_said, QStringLiteral("67 devices will lose their server."));
    answer(QMessageBox::Ok);
    QVERIFY(window.close());
    QCOMPARE(m_default, QStringLiteral("Close anyway")); // Return does what was asked for
}

void tst_ServerGuard::stoppingIsAsked()
{
    QWidget window;
    ServerGuard guard(&window, [] { return 1; });
    answer(QMessageBox::Cancel);
    QVERIFY(!guard.mayStop(QStringLiteral("Stop anyway")));
    QCOMPARE(m_said, QStringLiteral("1 device will lose its server."));
    answer(QMessageBox::Ok);
    QVERIFY(guard.mayStop(QStringLiteral("Stop anyway")));
    QCOMPARE(m_default, QStringLiteral("Stop anyway"));
}

void tst_ServerGuard::theSystemIsNotAsked()
{
    QWidget window;
    const ServerGuard guard(&window, [] { return 67; });
    window.show();
    ServerGuard::askNothingMore();
    answer(QMessageBox::Cancel);
    QVERIFY(window.close());
    QVERIFY(m_said.isEmpty());
}

QTEST_MAIN(tst_ServerGuard)
#include "tst_serverguard.moc"
