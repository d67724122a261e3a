#include "tests/support/contrast.h"
#include "tests/support/everywindow.h"
#include "ui/devices/devicetablemodel.h"
#include "ui/listen/listenform.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QStyleOptionButton>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QToolButton>

using namespace gb;
using namespace gb::ui;
using gb::test::lookAtAll;

/// What holds for each window and dialog, in both languages: no text is cut, all of it is reached by Tab with a focus
/// that is seen, and every control has a name and a role.
class tst_EveryWindow : public QObject, private gb::test::LiveWindow
{
    Q_OBJECT
private slots:
    void init() { prepare(); }
    void cleanup() { m_languages.use(QStringLiteral("en")); }
    void noTextIsCut_data() { languages(true); }
    void noTextIsCut();
    void noTextOfTheFormIsCut_data() { languages(true); }
    void noTextOfTheFormIsCut();
    void tabReachesEverything_data() { languages(false); }
    void tabReachesEverything();
    void everythingHasANameAndARole_data() { languages(false); }
    void everythingHasANameAndARole();
    void mnemonicsDoNotCollide_data() { languages(false); }
    void mnemonicsDoNotCollide();
    void nothingIsLeftInEnglish_data() { languages(false); }
    void nothingIsLeftInEnglish();

private:
    static void languages(bool sizes);
    std::unique_ptr<MainWindow> windowWithDevice();
    std::unique_ptr<VirtualDevice> m_device;
};

void tst_EveryWindow::languages(bool sizes)
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    for (const char *language : {"en", "zh_CN"}) {
        QTest::addRow("%s 1366", language) << QString::fromLatin1(language) << QSize(1366, 740);
        if (sizes)
            QTest::addRow("%s 1280", language) << QString::fromLatin1(language) << QSize(1280, 690);
    }
}

std::unique_ptr<MainWindow> tst_EveryWindow::windowWithDevice()
{
    const QString *language = static_cast<QString *>(QTest::qData("language", QMetaType::QString));
    const QSize *size = static_cast<QSize *>(QTest::qData("size", QMetaType::QSize));
    m_languages.use(*language);
    auto window = liveWindow();
    window->resize(*size);
    const Endpoint server = listen(*window);
    m_device = std::make_unique<VirtualDevice>(camera(server));
    const bool started = m_device->start();
    [&] {
        QVERIFY(started);
        QTRY_VERIFY(window->findChild<DeviceTableModel *>()->deviceCount() > 0);
    }();
    return window;
}

static QString describe(const QString &where, const QWidget *widget, const QString &text)
{
    return QStringLiteral("%1: %2 \"%3\" %4")
        .arg(where, QString::fromLatin1(widget->metaObject()->className()), text.left(60), widget->objectName());
}

static bool isShown(const QWidget *widget, const QWidget *window)
{
    // Of panes that share a place one is in sight; the others are moved away, not hidden
    return widget->isVisibleTo(window) && widget->window() == window && !widget->visibleRegion().isEmpty();
}

/// Pixels that a text lacks; 0 where all of it is seen, or where it is made to be elided.
static int lacks(const QWidget *widget, QString *text)
{
    const QFontMetrics metrics = widget->fontMetrics();
    const auto wide = [&](const QString &of) { return metrics.size(Qt::TextShowMnemonic, of).width(); };
    if (const auto *label = qobject_cast<const QLabel *>(widget); label && !label->text().isEmpty()) {
        *text = label->text();
        if (label->wordWrap())
            return label->heightForWidth(label->width()) - label->height();
        return label->sizeHint().width() - label->width();
    }
    if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
        *text = box->currentText();
        QStyleOptionComboBox option;
        option.initFrom(box);
        return wide(*text)
            - box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box).width();
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget); button && !button->text().isEmpty()) {
        const auto *tool = qobject_cast<const QToolButton *>(widget);
        if (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly)
            return 0;
        *text = button->text();
        return button->minimumSizeHint().width() - button->width();
    }
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget); edit && edit->text().isEmpty()) {
        *text = edit->placeholderText();
        return wide(*text) - edit->width() + 8;
    }
    if (const auto *box = qobject_cast<const QAbstractSpinBox *>(widget)) {
        *text = box->text();
        return box->minimumSizeHint().width() - box->width();
    }
    if (const auto *bar = qobject_cast<const QTabBar *>(widget)) {
        int most = 0;
        for (int tab = 0; tab < bar->count(); ++tab) {
            const int lack = bar->isTabVisible(tab) ? wide(bar->tabText(tab)) - bar->tabRect(tab).width() : 0;
            if (lack > most) {
                most = lack;
                *text = bar->tabText(tab);
            }
        }
        return most;
    }
    return 0;
}

/// It lies in a part of a scrolled page that is not in sight.
static bool isScrolled(const QWidget *widget)
{
    for (const QWidget *parent = widget; parent; parent = parent->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea *>(parent))
            return true;
    }
    return false;
}

void tst_EveryWindow::noTextIsCut()
{
    const auto window = windowWithDevice();
    QStringList cut;
    lookAtAll(*window, [&](const QString &where, QWidget *shown) {
        QVERIFY2(shown->width() <= window->width() + 1 && shown->height() <= window->height() + 30, qPrintable(where));
        int looked = 0;
        for (const QWidget *widget : shown->findChildren<QWidget *>()) {
            QString text;
            if (!isShown(widget, shown) || qobject_cast<const ElidedLabel *>(widget))
                continue;
            ++looked;
            if (const int lack = lacks(widget, &text); lack > 0)
                cut.append(describe(where, widget, text) + QStringLiteral(" lacks %1").arg(lack));
            const QRect inside(widget->mapTo(shown, QPoint()), widget->size());
            if (!text.isEmpty() && !isScrolled(widget) && !shown->rect().contains(inside))
                cut.append(describe(where, widget, text) + QStringLiteral(" stands outside"));
        }
        QVERIFY2(looked > 0, qPrintable(where));
    });
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
}

/// What is seen before anything listens.
void tst_EveryWindow::noTextOfTheFormIsCut()
{
    QFETCH(const QString, language);
    QFETCH(const QSize, size);
    m_languages.use(language);
    const auto window = liveWindow();
    window->resize(size);
    QCoreApplication::processEvents();
    QStringList cut;
    int looked = 0;
    for (const QWidget *widget : window->findChild<ListenForm *>()->findChildren<QWidget *>()) {
        QString text;
        if (!isShown(widget, window.get()) || qobject_cast<const ElidedLabel *>(widget))
            continue;
        ++looked;
        if (const int lack = lacks(widget, &text); lack > 0)
            cut.append(describe(QStringLiteral("form"), widget, text) + QStringLiteral(" lacks %1").arg(lack));
    }
    QVERIFY(looked > 10);
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
}

/// Whether Tab should stop there: enabled, to be seen, and no part of another control.
static bool isStop(const QWidget *widget, const QWidget *window)
{
    return isShown(widget, window) && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus)
        && !widget->focusProxy() && widget != window && !qobject_cast<const QAbstractSpinBox *>(widget->parentWidget());
}

static QString nameOf(QWidget *widget)
{
    QAccessibleInterface *const face = QAccessible::queryAccessibleInterface(widget);
    return face ? face->text(QAccessible::Name) : QString();
}

void tst_EveryWindow::tabReachesEverything()
{
    QFETCH(const QString, language);
    applyScheme(language == u"en" ? Scheme::Light : Scheme::Dark);
    const auto window = windowWithDevice();
    QStringList wrong;
    lookAtAll(*window, [&](const QString &where, QWidget *shown) {
        QSet<QWidget *> reached;
        for (int i = 0; i < 200; ++i) {
            QWidget *const now = QApplication::focusWidget();
            if (now && reached.contains(now) && i > 60)
                break;
            if (now)
                reached.insert(now);
            if (qEnvironmentVariableIsSet("GBSCOPE_TELL_STOPS") && now)
                qInfo("%s %d %s %s", qPrintable(where), i, now->metaObject()->className(), qPrintable(nameOf(now)));
            QTest::keyClick(now ? now : shown, Qt::Key_Tab);
            if (QApplication::focusWidget() == now) // a text that takes tabs
                QTest::keyClick(now ? now : shown, Qt::Key_Tab, Qt::ControlModifier);
        }
        for (QWidget *widget : shown->findChildren<QWidget *>()) {
            // Of radio buttons that belong together the checked one is the stop; arrows lead on
            const auto *button = qobject_cast<QAbstractButton *>(widget);
            const bool led = button && button->autoExclusive() && !button->isChecked();
            if (isStop(widget, shown) && !led && !reached.contains(widget))
                wrong.append(describe(where, widget, nameOf(widget)) + QStringLiteral(" is not reached"));
        }
        for (QWidget *widget : std::as_const(reached)) {
            if (widget->window() != shown || !widget->isVisible())
                continue;
            widget->setFocus(Qt::TabFocusReason);
            const QImage with = shown->grab().toImage();
            widget->clearFocus();
            const QImage without = shown->grab().toImage();
            const auto *button = qobject_cast<const QPushButton *>(widget);
            const bool fallback = button && button->isDefault(); // it is filled, with the focus and without
            if (gb::test::differing(with, without) < 20 && !fallback)
                wrong.append(describe(where, widget, nameOf(widget)) + QStringLiteral(" shows no focus"));
        }
    });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void tst_EveryWindow::everythingHasANameAndARole()
{
    const auto window = windowWithDevice();
    QStringList wrong;
    lookAtAll(*window, [&](const QString &where, QWidget *shown) {
        for (QWidget *widget : shown->findChildren<QWidget *>()) {
            if (!isStop(widget, shown))
                continue;
            QAccessibleInterface *const face = QAccessible::queryAccessibleInterface(widget);
            if (!face || face->text(QAccessible::Name).trimmed().isEmpty())
                wrong.append(describe(where, widget, {}) + QStringLiteral(" has no name"));
            else if (face->role() == QAccessible::NoRole)
                wrong.append(describe(where, widget, face->text(QAccessible::Name)) + QStringLiteral(" has no role"));
        }
        if (nameOf(shown).isEmpty() && shown->windowTitle().isEmpty())
            wrong.append(where + QStringLiteral(": the window has no title"));
    });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void tst_EveryWindow::mnemonicsDoNotCollide()
{
    const auto window = windowWithDevice();
    QStringList wrong;
    lookAtAll(*window, [&](const QString &where, QWidget *shown) {
        QHash<QString, QString> taken;
        const auto take = [&](const QString &text) {
            const QString key = QKeySequence::mnemonic(text).toString();
            if (key.isEmpty())
                return;
            if (taken.contains(key) && taken.value(key) != text)
                wrong.append(QStringLiteral("%1: %2 is of \"%3\" and \"%4\"").arg(where, key, taken.value(key), text));
            taken.insert(key, text);
        };
        for (const QWidget *widget : shown->findChildren<QWidget *>()) {
            if (!isShown(widget, shown))
                continue;
            if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
                take(button->text());
            else if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy())
                take(label->text());
            else if (const auto *bar = qobject_cast<const QTabBar *>(widget))
                for (int tab = 0; tab < bar->count(); ++tab)
                    take(bar->tabText(tab));
        }
        if (const auto *menus = shown->findChild<QMenuBar *>()) {
            for (const QAction *action : menus->actions())
                take(action->text());
        }
    });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

/// Words in a row, and no Chinese character: nobody translated it.
void tst_EveryWindow::nothingIsLeftInEnglish()
{
    static const QRegularExpression english(QStringLiteral("[A-Za-z]{2,} [a-z]{2,}"));
    static const QRegularExpression chinese(QStringLiteral("[\u4e00-\u9fff]"));
    QFETCH(const QString, language);
    const auto window = windowWithDevice();
    QStringList wrong;
    int seen = 0;
    lookAtAll(*window, [&](const QString &where, QWidget *shown) {
        QStringList texts{shown->windowTitle()};
        for (const QWidget *widget : shown->findChildren<QWidget *>()) {
            texts << widget->toolTip() << widget->accessibleName();
            if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
                texts << button->text();
            else if (const auto *label = qobject_cast<const QLabel *>(widget))
                texts << label->text();
            else if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
                texts << edit->placeholderText();
            else if (const auto *bar = qobject_cast<const QTabBar *>(widget))
                for (int tab = 0; tab < bar->count(); ++tab)
                    texts << bar->tabText(tab);
        }
        for (const QString &text : texts) {
            const bool isEnglish = english.match(text).hasMatch() && !chinese.match(text).hasMatch();
            seen += isEnglish ? 1 : 0;
            if (isEnglish && language == u"zh_CN")
                wrong << where + u": " + text;
        }
    });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    QCOMPARE(seen > 20, language == u"en"); // it would be seen
}

QTEST_MAIN(tst_EveryWindow)
#include "tst_everywindow.moc"
