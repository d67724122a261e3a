#include "ui/client/ptzpad.h"

#include "core/client/bodywriter.h"
#include "core/report/words/ptzwording.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace gb::ui {

const QList<PtzPad::Move> &PtzPad::moves()
{
    static const QList<Move> all{
        {"ptz", "Direction", "left-up", "\u2196", QT_TR_NOOP("Left and up"), 0, 0, Qt::Key_Home},
        {"ptz", "Direction", "up", "\u2191", QT_TR_NOOP("Up"), 0, 1, Qt::Key_Up},
        {"ptz", "Direction", "right-up", "\u2197", QT_TR_NOOP("Right and up"), 0, 2, Qt::Key_PageUp},
        {"ptz", "Direction", "left", "\u2190", QT_TR_NOOP("Left"), 1, 0, Qt::Key_Left},
        {"ptz", "Direction", "right", "\u2192", QT_TR_NOOP("Right"), 1, 2, Qt::Key_Right},
        {"ptz", "Direction", "left-down", "\u2199", QT_TR_NOOP("Left and down"), 2, 0, Qt::Key_End},
        {"ptz", "Direction", "down", "\u2193", QT_TR_NOOP("Down"), 2, 1, Qt::Key_Down},
        {"ptz", "Direction", "right-down", "\u2198", QT_TR_NOOP("Right and down"), 2, 2, Qt::Key_PageDown},
        {"ptz", "Zoom", "in", "", QT_TR_NOOP("Zoom in"), 0, 3, Qt::Key_Plus},
        {"ptz", "Zoom", "out", "", QT_TR_NOOP("Zoom out"), 0, 4, Qt::Key_Minus},
        {"lens", "Focus", "near", "", QT_TR_NOOP("Focus near"), 1, 3, Qt::Key_N},
        {"lens", "Focus", "far", "", QT_TR_NOOP("Focus far"), 1, 4, Qt::Key_F},
        {"lens", "Iris", "open", "", QT_TR_NOOP("Iris larger"), 2, 3, Qt::Key_O},
        {"lens", "Iris", "close", "", QT_TR_NOOP("Iris smaller"), 2, 4, Qt::Key_C},
    };
    return all;
}

PtzPad::PtzPad(QWidget *parent)
    : QWidget(parent)
    , m_stop(new QPushButton(this))
    , m_speedLabel(new QLabel(this))
    , m_code(new QLabel(this))
    , m_speed(new QSlider(Qt::Horizontal, this))
    , m_bits(new QTreeWidget(this))
{
    build();
    retranslate();
}

PtzPad::~PtzPad() = default;

void PtzPad::build()
{
    auto *grid = new QGridLayout;
    for (const Move &move : moves()) {
        auto *button = new QPushButton(this);
        button->setAutoDefault(false);
        button->installEventFilter(this);
        button->setObjectName(QString::fromLatin1(move.value));
        grid->addWidget(button, move.row, move.column);
        connect(button, &QPushButton::pressed, this, [this, &move] { begin(move); });
        connect(button, &QPushButton::released, this, &PtzPad::stop);
        m_buttons.append(button);
    }
    m_stop->setAutoDefault(false);
    m_stop->installEventFilter(this);
    m_stop->setObjectName(QStringLiteral("stop"));
    grid->addWidget(m_stop, 1, 1);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_moving.clear();
        send(QStringLiteral("ptz"), {}); // whoever moves it, and cruise and scan as well
    });
    m_speed->setRange(1, 255);
    m_speed->setValue(64);
    m_speed->setPageStep(32);
    m_speedLabel->setTextFormat(Qt::PlainText);
    m_speedLabel->setBuddy(m_speed);
    m_code->setTextFormat(Qt::PlainText);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_bits->setColumnCount(2);
    m_bits->setRootIsDecorated(false);
    m_bits->setUniformRowHeights(true);
    auto *speed = new QHBoxLayout;
    speed->addWidget(m_speedLabel);
    speed->addWidget(m_speed, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(grid);
    layout->addLayout(speed);
    layout->addWidget(m_code);
    layout->addWidget(m_bits, 1);
}

void PtzPad::retranslate()
{
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        const Move &move = moves().at(i);
        const QString name = tr(move.name), sign = QString::fromUtf8(move.sign);
        m_buttons[i]->setText(sign.isEmpty() ? name : sign);
        m_buttons[i]->setAccessibleName(name);
        m_buttons[i]->setToolTip(
            tr("%1: hold it, or hold the key %2").arg(name, QKeySequence(move.key).toString(QKeySequence::NativeText)));
    }
    m_stop->setText(QStringLiteral("\u25a0"));
    m_stop->setAccessibleName(tr("Stop"));
    m_stop->setToolTip(tr("Stops pan, tilt, zoom, cruise and scan, whoever began them"));
    m_speedLabel->setText(tr("S&peed"));
    m_speed->setAccessibleName(tr("Speed"));
    m_bits->setAccessibleName(tr("The eight bytes, bit by bit"));
    m_bits->setHeaderLabels({tr("Bits"), tr("What they say")});
    if (m_code->text().isEmpty() || m_bits->topLevelItemCount() == 0)
        m_code->setText(tr("The bytes that are sent stand here"));
}

void PtzPad::begin(const Move &move)
{
    stop(); // one movement at a time
    m_moving = QString::fromLatin1(move.command);
    AskValues values{{QString::fromLatin1(move.parameter), QString::fromLatin1(move.value)}};
    const QString speed = QString::number(m_speed->value());
    if (m_moving == u"ptz") {
        values.insert(QStringLiteral("PanSpeed"), speed);
        values.insert(QStringLiteral("TiltSpeed"), speed);
        values.insert(QStringLiteral("ZoomSpeed"), QString::number(m_speed->value() / 17));
    } else {
        values.insert(QStringLiteral("FocusSpeed"), speed);
        values.insert(QStringLiteral("IrisSpeed"), speed);
    }
    send(m_moving, values);
}

/// The values that each command has at first say stop.
void PtzPad::stop()
{
    if (!m_moving.isEmpty())
        send(std::exchange(m_moving, {}), {});
}

void PtzPad::send(const QString &command, const AskValues &values)
{
    emit wanted(command, values);
    AskValues whole = values;
    const AskCommand &asked = *findAskCommand(command);
    if (checkValues(asked, whole, Edition::V2016))
        return;
    const QString body = QString::fromLatin1(writeBody({.command = asked, .deviceId = "0", .values = whole}));
    const QString code = body.section(QStringLiteral("<PTZCmd>"), 1).section(QStringLiteral("</PTZCmd>"), 0, 0);
    m_code->setText(code);
    m_bits->clear();
    for (const PtzBits &one : explainPtz(readPtz(code.toStdString()).octets))
        m_bits->addTopLevelItem(new QTreeWidgetItem({wording::ptzPlace(one), wording::ptzBits(one)}));
    m_bits->resizeColumnToContents(0);
}

void PtzPad::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    const bool away = (event->type() == QEvent::ActivationChange && !isActiveWindow())
        || (event->type() == QEvent::EnabledChange && !isEnabled());
    if (away)
        stop();
    QWidget::changeEvent(event);
}

void PtzPad::hideEvent(QHideEvent *event)
{
    stop();
    QWidget::hideEvent(event);
}

/// Keys while one of the buttons has the focus; who leaves the pad stops the movement.
bool PtzPad::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    if (isKey && keyChanged(*static_cast<QKeyEvent *>(event), event->type() == QEvent::KeyPress))
        return true;
    if (event->type() == QEvent::FocusOut)
        stop();
    return QWidget::eventFilter(watched, event);
}

bool PtzPad::keyChanged(const QKeyEvent &event, bool pressed)
{
    const auto meant = [&event](const Move &move) {
        return move.key == event.key() || (move.key == Qt::Key_Plus && event.key() == Qt::Key_Equal);
    };
    const auto move = std::find_if(moves().begin(), moves().end(), meant);
    if (move == moves().end() || (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier)))
        return false;
    if (event.isAutoRepeat())
        return true;
    if (pressed) {
        m_heldKey = move->key;
        begin(*move);
    } else if (m_heldKey == move->key) { // not one that another key took over from
        m_heldKey = Qt::Key_unknown;
        stop();
    }
    return true;
}

} // namespace gb::ui
