#include "ui/client/askform.h"

#include "core/report/words/askwording.h"
#include "core/report/words/secretwording.h"
#include "ui/client/secretline.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QGridLayout>
#include <QLineEdit>
#include <QTimeZone>

namespace gb::ui {
namespace {

using Kind = AskParameter::Kind;

/// Where a question about a time begins: today in Beijing, where devices have their clocks.
QString timeAtFirst(const AskParameter &parameter)
{
    const QDate today = QDateTime::currentDateTimeUtc().addSecs(8 * 3600).date();
    const bool end = QLatin1StringView(parameter.name).startsWith(QLatin1StringView("End"));
    return today.toString(Qt::ISODate) + (end ? QStringLiteral("T23:59:59") : QStringLiteral("T00:00:00"));
}

QString atFirst(const AskParameter &parameter)
{
    const QString preset = QLatin1StringView(parameter.preset);
    return preset.isEmpty() && parameter.kind == Kind::Time && parameter.needed ? timeAtFirst(parameter) : preset;
}

QStringList choicesOf(const AskParameter &parameter)
{
    return QString::fromLatin1(parameter.choices).split(u'|', Qt::SkipEmptyParts);
}

} // namespace

AskForm::AskForm(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(2, 1);
}

void AskForm::show(const AskCommand &command, Edition edition)
{
    if (m_command == &command && m_edition == edition)
        return;
    keep();
    m_command = &command;
    m_edition = edition;
    for (const Field &one : m_fields) {
        for (QWidget *widget : {static_cast<QWidget *>(one.label), one.editor, static_cast<QWidget *>(one.note)})
            delete widget;
    }
    m_fields.clear();
    int row = 0;
    for (const AskParameter &one : command.parameters) {
        if (one.kind != Kind::Fixed && edition >= one.since && edition <= one.until)
            add(one, row++);
    }
    judge();
    emit changed();
}

/// Fields that are made later would come behind everything else of the window.
void AskForm::followInTabOrder(QWidget *before) const
{
    for (const Field &one : m_fields) {
        const auto *const secret = qobject_cast<const SecretLine *>(one.editor);
        QList<QWidget *> stops{secret ? secret->line() : one.editor};
        const auto boxes = one.editor->findChildren<QCheckBox *>();
        if (!boxes.isEmpty() && !secret)
            stops.clear();
        stops.append({boxes.cbegin(), boxes.cend()});
        for (QWidget *stop : std::as_const(stops)) {
            QWidget::setTabOrder(before, stop);
            before = stop;
        }
    }
}

void AskForm::keep()
{
    if (!m_command)
        return;
    QMap<QString, QString> &kept = m_kept[QLatin1StringView(m_command->name)];
    for (const Field &one : m_fields)
        kept.insert(QLatin1StringView(one.parameter->name), textOf(one));
}

void AskForm::add(const AskParameter &parameter, int row)
{
    const QString name = QLatin1StringView(parameter.name);
    Field field{&parameter, plainLabel(), mutedLabel(), editorFor(parameter)};
    field.note->setWordWrap(true);
    widgetOf(field)->setAccessibleName(name);
    field.label->setBuddy(widgetOf(field));
    m_grid->addWidget(field.label, row, 0);
    m_grid->addWidget(field.editor, row, 1);
    m_grid->addWidget(field.note, row, 2);
    for (QWidget *widget : {static_cast<QWidget *>(field.label), field.editor, static_cast<QWidget *>(field.note)})
        widget->show(); // so that the height is known at once
    m_fields.push_back(field);
    const auto kept = m_kept.constFind(QLatin1StringView(m_command->name));
    setText(field, kept != m_kept.cend() && kept->contains(name) ? kept->value(name) : atFirst(parameter));
}

QWidget *AskForm::editorFor(const AskParameter &parameter)
{
    if (parameter.kind == Kind::Choices)
        return boxesFor(parameter);
    if (parameter.kind != Kind::Choice && wording::isSecretElement(QLatin1StringView(parameter.name)))
        return secretFor(parameter);
    if (parameter.kind != Kind::Choice)
        return lineFor(parameter);
    auto *const box = new QComboBox;
    if (!parameter.needed && !*parameter.preset)
        box->addItem(QString());
    box->addItems(choicesOf(parameter));
    connect(box, &QComboBox::currentTextChanged, this, &AskForm::judge);
    return box;
}

QWidget *AskForm::secretFor(const AskParameter &parameter)
{
    auto *const secret = new SecretLine(lineFor(parameter));
    connect(secret, &SecretLine::shownChanged, this, &AskForm::changed);
    return secret;
}

QLineEdit *AskForm::lineFor(const AskParameter &parameter)
{
    auto *const line = new QLineEdit;
    line->setMaxLength(1024);
    line->setMinimumWidth(line->fontMetrics().horizontalAdvance(QStringLiteral("2026-03-02T08:00:00___")));
    line->setPlaceholderText(QLatin1StringView(parameter.preset));
    connect(line, &QLineEdit::textChanged, this, &AskForm::judge);
    return line;
}

QWidget *AskForm::boxesFor(const AskParameter &parameter)
{
    auto *const group = new QWidget;
    auto *const grid = new QGridLayout(group);
    grid->setContentsMargins(0, 0, 0, 0);
    constexpr int across = 3;
    int at = 0;
    for (const QString &one : choicesOf(parameter)) {
        auto *const box = new QCheckBox(one);
        box->setObjectName(one);
        grid->addWidget(box, at / across, at % across);
        connect(box, &QCheckBox::toggled, this, &AskForm::judge);
        ++at;
    }
    group->setFocusProxy(group->findChild<QCheckBox *>());
    return group;
}

/// Null where it has none.
QLineEdit *AskForm::lineOf(const Field &field)
{
    const auto *const secret = qobject_cast<const SecretLine *>(field.editor);
    return secret ? secret->line() : qobject_cast<QLineEdit *>(field.editor);
}

/// Which has its name and its meaning.
QWidget *AskForm::widgetOf(const Field &field)
{
    QLineEdit *const line = lineOf(field);
    return line ? line : field.editor;
}

QString AskForm::textOf(const Field &field) const
{
    if (const QLineEdit *line = lineOf(field))
        return line->text().trimmed();
    if (const auto *box = qobject_cast<const QComboBox *>(field.editor))
        return box->currentText();
    QStringList chosen;
    for (const QCheckBox *box : field.editor->findChildren<QCheckBox *>()) {
        if (box->isChecked())
            chosen.append(box->objectName());
    }
    return chosen.join(u'/');
}

void AskForm::setText(const Field &field, const QString &text) const
{
    if (QLineEdit *line = lineOf(field))
        return line->setText(text);
    if (auto *box = qobject_cast<QComboBox *>(field.editor))
        return box->setCurrentIndex(std::max(0, box->findText(text)));
    const QStringList chosen = text.split(u'/');
    for (QCheckBox *box : field.editor->findChildren<QCheckBox *>())
        box->setChecked(chosen.contains(box->objectName()));
}

AskValues AskForm::values() const
{
    AskValues values;
    for (const Field &one : m_fields) {
        if (const QString text = textOf(one); !text.isEmpty())
            values.insert(QLatin1StringView(one.parameter->name), text);
    }
    return values;
}

AskValues AskForm::shownValues() const
{
    AskValues shown = values();
    for (const Field &one : m_fields) {
        const auto *const secret = qobject_cast<const SecretLine *>(one.editor);
        const auto value = shown.find(QLatin1StringView(one.parameter->name));
        if (secret && !secret->isShown() && value != shown.end())
            *value = QStringLiteral("******"); // as many for each
    }
    return shown;
}

void AskForm::fill(const AskValues &values)
{
    for (const Field &one : m_fields) {
        const auto value = values.constFind(QLatin1StringView(one.parameter->name));
        if (value != values.cend())
            setText(one, *value);
    }
}

/// checkValues() tells the first fault; here each field has its own.
void AskForm::judge()
{
    if (!m_command)
        return;
    AskValues all = values();
    m_good = true;
    for (const Field &one : m_fields) {
        const QString name = QLatin1StringView(one.parameter->name);
        AskValues alone;
        if (all.contains(name))
            alone.insert(name, all.value(name));
        auto bad = checkValues(*m_command, alone, m_edition);
        if (bad && (bad->parameter != name || (alone.isEmpty() && !all.isEmpty())))
            bad.reset(); // another one that is missing, or that is there
        if (one.parameter->needed && !*one.parameter->preset && !all.contains(name))
            bad = BadValue{.parameter = name, .value = {}, .why = BadValue::Why::Missing};
        m_good = m_good && !bad;
        say(one, bad ? wording::badValue(*bad, *m_command) : QString());
    }
    emit changed();
}

/// Its meaning and its range, or what is wrong with it.
void AskForm::say(const Field &field, const QString &why)
{
    QPalette palette = field.note->palette();
    palette.setColor(field.note->foregroundRole(),
        why.isEmpty() ? this->palette().color(QPalette::PlaceholderText) : colours().failed);
    field.note->setPalette(palette);
    const QString other = wording::askOtherEdition(*field.parameter, textOf(field), m_edition);
    field.note->setText(!why.isEmpty() ? QStringLiteral("\u2715 ") + why
            : other.isEmpty()          ? hint(*field.parameter)
                                       : hint(*field.parameter) + u'\n' + other);
    widgetOf(field)->setAccessibleDescription(field.note->text());
    field.label->setText(
        QLatin1StringView(field.parameter->name) + (field.parameter->needed ? QStringLiteral(" *") : QString()));
    field.label->setToolTip(field.parameter->needed ? toolTipText(tr("It is needed.")) : QString());
}

QString AskForm::hint(const AskParameter &parameter) const
{
    const QLocale locale;
    QString text = wording::parameter(*m_command, parameter);
    const bool number = parameter.kind == Kind::Integer || parameter.kind == Kind::Decimal;
    if (number) {
        const QString range = tr("%1 to %2")
                                  .arg(locale.toString(parameter.least, 'f', QLocale::FloatingPointShortest),
                                      locale.toString(parameter.most, 'f', QLocale::FloatingPointShortest));
        text += (text.isEmpty() ? QString() : QStringLiteral(" \u00b7 ")) + range;
    }
    if (parameter.kind == Kind::Time)
        text += (text.isEmpty() ? QString() : QStringLiteral(" \u00b7 ")) + tr("Beijing time");
    return text;
}

void AskForm::retranslate()
{
    judge();
}

} // namespace gb::ui
