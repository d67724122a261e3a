#pragma once
#include "core/client/command.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QLineEdit;

namespace gb::ui {

/// A form for the parameters of a command, made from their description. What is wrong is said beside each while it is
/// typed.
class AskForm final : public QWidget
{
    Q_OBJECT
public:
    explicit AskForm(QWidget *parent = nullptr);

    /// Makes the form anew where the command or what the edition has of it is another. Values that were there stay.
    void show(const AskCommand &command, Edition edition);
    /// What was chosen; nothing for what is left empty.
    AskValues values() const;
    /// The same for eyes: dots for each password that is not shown.
    AskValues shownValues() const;
    /// Takes the place of what stands in the fields of these names.
    void fill(const AskValues &values);
    /// All of them can be sent.
    bool isGood() const { return m_good; }
    /// Where Tab leads: its fields come next after `before`. Call when the form may have been made anew.
    void followInTabOrder(QWidget *before) const;
    /// It has something to fill in.
    bool hasFields() const { return !m_fields.empty(); }
    /// Call on QEvent::LanguageChange.
    void retranslate();

signals:
    void changed();

private:
    struct Field
    {
        const AskParameter *parameter;
        QLabel *label, *note;
        QWidget *editor;
    };

    void add(const AskParameter &parameter, int row);
    QWidget *editorFor(const AskParameter &parameter);
    QLineEdit *lineFor(const AskParameter &parameter);
    QWidget *secretFor(const AskParameter &parameter);
    QWidget *boxesFor(const AskParameter &parameter);
    static QLineEdit *lineOf(const Field &field);
    static QWidget *widgetOf(const Field &field);
    QString textOf(const Field &field) const;
    void setText(const Field &field, const QString &text) const;
    QString hint(const AskParameter &parameter) const;
    void keep();
    void judge();
    void say(const Field &field, const QString &why);

    const AskCommand *m_command = nullptr;
    Edition m_edition = Edition::V2016;
    QGridLayout *m_grid;
    std::vector<Field> m_fields;
    QHash<QString, QMap<QString, QString>> m_kept; ///< what was typed, by command
    bool m_good = true;
};

} // namespace gb::ui
