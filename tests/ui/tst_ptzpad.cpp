#include "tests/support/events.h"
#include "ui/client/ptzpad.h"

#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QTreeWidget>
#include <QtTest>

using namespace gb;
using namespace gb::ui;

/// The pad that moves a camera: what it sends, and that nothing goes on moving.
class tst_PtzPad : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void everyButtonMovesAndStops();
    void stopWhoeverMovesIt();
    void keys();
    void aKeyThatRepeatsIsOneMovement();
    void anotherKeyStopsTheFirst();
    void whatEndsAMovement_data();
    void whatEndsAMovement();
    void theBytesAreExplained();
    void speed();

private:
    QPushButton *button(const char *name) const { return m_pad->findChild<QPushButton *>(QString::fromLatin1(name)); }
    /// "ptz left | ptz stop"
    QString sent() const
    {
        QStringList all;
        for (const QList<QVariant> &one : *m_spy) {
            const auto values = one[1].value<AskValues>();
            const QStringList said{values.value(QStringLiteral("Direction")), values.value(QStringLiteral("Zoom")),
                values.value(QStringLiteral("Focus")), values.value(QStringLiteral("Iris"))};
            const QString what = said.join(QString());
            all.append(one[0].toString() + u' ' + (what.isEmpty() ? QStringLiteral("stop") : what));
        }
        return all.join(QStringLiteral(" | "));
    }

    std::unique_ptr<QWidget> m_window;
    PtzPad *m_pad = nullptr;
    std::unique_ptr<QSignalSpy> m_spy;
};

void tst_PtzPad::init()
{
    m_spy.reset();
    m_window = std::make_unique<QWidget>();
    m_pad = new PtzPad(m_window.get());
    m_spy = std::make_unique<QSignalSpy>(m_pad, &PtzPad::wanted);
    m_window->show();
    m_window->activateWindow();
    gb::test::letEventsComeUntil([&] { return m_window->isActiveWindow(); });
}

void tst_PtzPad::everyButtonMovesAndStops()
{
    QList<QPushButton *> all = m_pad->findChildren<QPushButton *>();
    QVERIFY(all.removeOne(button("stop")));
    QCOMPARE(all.size(), 14);
    for (QPushButton *one : all) {
        m_spy->clear();
        QVERIFY(!one->accessibleName().isEmpty());
        QTest::mousePress(one, Qt::LeftButton);
        QVERIFY(m_pad->isMoving());
        QTest::mouseRelease(one, Qt::LeftButton);
        QVERIFY(!m_pad->isMoving());
        QVERIFY2(sent().endsWith(QStringLiteral(" stop")), qPrintable(sent()));
        QCOMPARE(m_spy->size(), 2);
    }
}

/// A cruise that somebody else began is no movement of this pad.
void tst_PtzPad::stopWhoeverMovesIt()
{
    QVERIFY(!button("stop")->accessibleName().isEmpty());
    QTest::mouseClick(button("stop"), Qt::LeftButton);
    QCOMPARE(sent(), QStringLiteral("ptz stop"));
    QTest::keyClick(button("stop"), Qt::Key_Up); // its keys are those of the others
    QTest::keyClick(button("stop"), Qt::Key_Space);
    QCOMPARE(sent(), QStringLiteral("ptz stop | ptz up | ptz stop | ptz stop"));
}

void tst_PtzPad::keys()
{
    QPushButton *up = button("up");
    up->setFocus();
    QTest::keyPress(up, Qt::Key_Left);
    QTest::keyRelease(up, Qt::Key_Left);
    QTest::keyClick(up, Qt::Key_Plus);
    QTest::keyClick(up, Qt::Key_N);
    QCOMPARE(sent(), QStringLiteral("ptz left | ptz stop | ptz in | ptz stop | lens near | lens stop"));
}

void tst_PtzPad::aKeyThatRepeatsIsOneMovement()
{
    QPushButton *up = button("up");
    up->setFocus();
    QTest::keyPress(up, Qt::Key_Up);
    for (int i = 0; i < 5; ++i) {
        for (const QEvent::Type type : {QEvent::KeyRelease, QEvent::KeyPress}) {
            QKeyEvent repeat(type, Qt::Key_Up, Qt::NoModifier, QString(), true);
            QCoreApplication::sendEvent(up, &repeat);
        }
    }
    QCOMPARE(sent(), QStringLiteral("ptz up"));
    QTest::keyRelease(up, Qt::Key_Up);
    QCOMPARE(sent(), QStringLiteral("ptz up | ptz stop"));
}

void tst_PtzPad::anotherKeyStopsTheFirst()
{
    QPushButton *up = button("up");
    up->setFocus();
    QTest::keyPress(up, Qt::Key_Up);
    QTest::keyPress(up, Qt::Key_Left);
    QTest::keyRelease(up, Qt::Key_Up); // the one that moves is held still
    QCOMPARE(sent(), QStringLiteral("ptz up | ptz stop | ptz left"));
    QTest::keyRelease(up, Qt::Key_Left);
    QVERIFY(!m_pad->isMoving());
}

void tst_PtzPad::whatEndsAMovement_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("the focus goes") << 0;
    QTest::newRow("the pad is hidden") << 1;
    QTest::newRow("the pad is disabled") << 2;
    QTest::newRow("another window is active") << 3;
}

void tst_PtzPad::whatEndsAMovement()
{
    QFETCH(int, how);
    QPushButton *up = button("up");
    up->setFocus();
    QTest::keyPress(up, Qt::Key_Up);
    QVERIFY(m_pad->isMoving());
    QWidget other;
    if (how == 0)
        m_pad->findChild<QSlider *>()->setFocus();
    else if (how == 1)
        m_pad->hide();
    else if (how == 2)
        m_pad->setEnabled(false);
    else {
        other.show();
        other.activateWindow();
        gb::test::letEventsComeUntil([&] { return other.isActiveWindow(); });
    }
    QTRY_VERIFY(!m_pad->isMoving());
    QCOMPARE(sent(), QStringLiteral("ptz up | ptz stop"));
}

void tst_PtzPad::theBytesAreExplained()
{
    m_pad->findChild<QSlider *>()->setValue(128);
    QTest::mousePress(button("right"), Qt::LeftButton);
    const auto *bits = m_pad->findChild<QTreeWidget *>();
    QStringList said;
    for (int i = 0; i < bits->topLevelItemCount(); ++i)
        said.append(bits->topLevelItem(i)->text(0) + QStringLiteral(": ") + bits->topLevelItem(i)->text(1));
    QVERIFY2(said.contains(QStringLiteral("byte 4, bit 1: right: 1")), qPrintable(said.join(u'\n')));
    QVERIFY(said.contains(QStringLiteral("byte 5: pan speed 128 of 255")));
    const QList<QLabel *> labels = m_pad->findChildren<QLabel *>();
    const bool shown = std::any_of(labels.begin(), labels.end(),
        [](const QLabel *one) { return one->text() == u"A50F010180000036"; }); // a checked code of A.3
    QVERIFY(shown);
    QTest::mouseRelease(button("right"), Qt::LeftButton);
}

void tst_PtzPad::speed()
{
    auto *slider = m_pad->findChild<QSlider *>();
    slider->setValue(255);
    QTest::mouseClick(button("in"), Qt::LeftButton);
    QCOMPARE(m_spy->first()[1].value<AskValues>().value(QStringLiteral("ZoomSpeed")), QStringLiteral("15"));
}

QTEST_MAIN(tst_PtzPad)
#include "tst_ptzpad.moc"
