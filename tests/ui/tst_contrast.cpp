#include "tests/support/contrast.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtTest>

using namespace gb::ui;
using gb::test::contrast;

/// Whether everybody can read it, by the figures of WCAG 2.1: 4.5:1 for texts, 3:1 for the edges of controls and for
/// the focus.
class tst_Contrast : public QObject
{
    Q_OBJECT
private slots:
    void texts_data() { schemes(); }
    void texts();
    void edges_data() { schemes(); }
    void edges();
    void focusIsSeen_data() { schemes(); }
    void focusIsSeen();
    void switchesHaveAnEdge_data() { schemes(); }
    void switchesHaveAnEdge();
    void menusHaveAnEdge_data() { schemes(); }
    void menusHaveAnEdge();

private:
    static void schemes();
};

void tst_Contrast::schemes()
{
    QTest::addColumn<int>("scheme");
    QTest::newRow("light") << static_cast<int>(Scheme::Light);
    QTest::newRow("dark") << static_cast<int>(Scheme::Dark);
}

static QByteArray told(const char *what, const QColor &a, const QColor &b)
{
    return QStringLiteral("%1: %2 on %3 is %4:1")
        .arg(QLatin1String(what), a.name(), b.name(), QString::number(contrast(a, b), 'f', 2))
        .toUtf8();
}

/// On each ground where a text may stand, selected rows too.
void tst_Contrast::texts()
{
    QFETCH(int, scheme);
    applyScheme(static_cast<Scheme>(scheme));
    const QPalette palette = QApplication::palette();
    const Colours &c = colours();
    const std::pair<const char *, QColor> texts[] = {{"online", c.online}, {"late", c.late}, {"offline", c.offline},
        {"failed", c.failed}, {"request", c.request}, {"success", c.success}, {"challenge", c.challenge},
        {"failure", c.failure}, {"media", c.media}, {"accent", c.accent}, {"muted", c.muted},
        {"text", palette.color(QPalette::Text)}, {"placeholder", palette.color(QPalette::PlaceholderText)},
        {"disabled", palette.color(QPalette::Disabled, QPalette::Text)},
        {"disabled label", palette.color(QPalette::Disabled, QPalette::WindowText)},
        {"link", palette.color(QPalette::Link)}, {"selected", palette.color(QPalette::HighlightedText)}};
    for (const auto &[name, colour] : texts) {
        for (const QPalette::ColorRole ground :
            {QPalette::Base, QPalette::AlternateBase, QPalette::Window, QPalette::Highlight})
            QVERIFY2(
                contrast(colour, palette.color(ground)) >= 4.5, told(name, colour, palette.color(ground)).constData());
    }
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Disabled})
        QVERIFY(contrast(palette.color(group, QPalette::ButtonText), palette.color(QPalette::Button)) >= 4.5);
    QVERIFY(contrast(palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase)) >= 4.5);
    // What a search marks: the base on it
    QVERIFY(contrast(palette.color(QPalette::Base), c.late) >= 4.5);
}

void tst_Contrast::edges()
{
    QFETCH(int, scheme);
    applyScheme(static_cast<Scheme>(scheme));
    const QPalette palette = QApplication::palette();
    for (const QPalette::ColorRole ground : {QPalette::Base, QPalette::Window, QPalette::Button}) {
        QVERIFY2(contrast(colours().edge, palette.color(ground)) >= 3,
            told("edge", colours().edge, palette.color(ground)).constData());
        QVERIFY(contrast(colours().accent, palette.color(ground)) >= 3);
    }
    QVERIFY(contrast(colours().accent, palette.color(QPalette::Highlight)) >= 3);
    // Fusion draws the outline of these with the window's colour, darker by 1.4
    for (const char *name :
        {"QPushButton", "QLineEdit", "QComboBox", "QAbstractSpinBox", "QCheckBox", "QRadioButton"}) {
        const QColor drawn = QApplication::palette(name).color(QPalette::Window).darker(140);
        QVERIFY2(contrast(drawn, palette.color(QPalette::Window)) >= 3,
            told(name, drawn, palette.color(QPalette::Window)).constData());
    }
}

/// A menu over a table of its own colour.
void tst_Contrast::menusHaveAnEdge()
{
    QFETCH(int, scheme);
    applyScheme(static_cast<Scheme>(scheme));
    QMenu menu;
    menu.addAction(QStringLiteral("Copy"));
    menu.resize(menu.sizeHint());
    const QImage image = menu.grab().toImage();
    const QPalette palette = QApplication::palette();
    for (const QPoint at : {QPoint(0, image.height() / 2), QPoint(image.width() - 1, image.height() / 2),
             QPoint(image.width() / 2, 0), QPoint(image.width() / 2, image.height() - 1)})
        QVERIFY2(contrast(image.pixelColor(at), palette.color(QPalette::Base)) >= 3,
            told("menu", image.pixelColor(at), palette.color(QPalette::Base)).constData());
}

/// Which pixels a control draws with the focus and not without, at least 3:1 to what was there.
static int changed(QWidget *control, QWidget *other)
{
    other->setFocus(Qt::TabFocusReason);
    QCoreApplication::processEvents();
    const QRect where(control->mapTo(control->window(), QPoint()), control->size());
    const QImage without = control->window()->grab(where).toImage();
    control->setFocus(Qt::TabFocusReason);
    QCoreApplication::processEvents();
    const QImage with = control->window()->grab(where).toImage();
    return gb::test::differing(with, without);
}

void tst_Contrast::focusIsSeen()
{
    QFETCH(int, scheme);
    applyScheme(static_cast<Scheme>(scheme));
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *flat = new QToolButton;
    flat->setAutoRaise(true);
    flat->setText(QStringLiteral("12 messages"));
    flat->setFocusPolicy(Qt::StrongFocus);
    auto *other = new QLineEdit;
    const QList<QWidget *> controls{flat, new QPushButton(QStringLiteral("Listen")),
        new QCheckBox(QStringLiteral("Keep")), new QComboBox, new QSpinBox, new QLineEdit};
    column->addWidget(other);
    for (QWidget *control : controls)
        column->addWidget(control);
    window.show();
    QApplication::setActiveWindow(&window);
    QVERIFY(window.isActiveWindow());
    for (QWidget *control : controls)
        QVERIFY2(changed(control, other) >= control->height(), control->metaObject()->className());
}

void tst_Contrast::switchesHaveAnEdge()
{
    QFETCH(int, scheme);
    applyScheme(static_cast<Scheme>(scheme));
    QToolButton button;
    button.setAutoRaise(true);
    button.setCheckable(true);
    button.setText(QStringLiteral("Fold"));
    button.resize(80, 24);
    const QImage image = button.grab().toImage();
    const QColor ground = QApplication::palette().color(QPalette::Window);
    for (const QPoint &at : {QPoint(40, 0), QPoint(40, 23), QPoint(0, 12), QPoint(79, 12)})
        QVERIFY2(contrast(image.pixelColor(at), ground) >= 3, told("edge", image.pixelColor(at), ground).constData());
}

QTEST_MAIN(tst_Contrast)
#include "tst_contrast.moc"
