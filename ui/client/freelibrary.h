#pragma once
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace gb::ui {

class MessageCollection;

/// What a message can begin with: templates, and what the user keeps; and how that is kept.
class FreeLibrary final : public QWidget
{
    Q_OBJECT
public:
    explicit FreeLibrary(MessageCollection &kept, QWidget *parent = nullptr);

    /// The message is of somewhere else now.
    void forget();
    void retranslate();

signals:
    void chosen(const QString &text);
    /// The text is to be kept under that name.
    void saveRequested(const QString &name);
    /// What became of keeping.
    void told(const QString &text, bool good);

private:
    void build();
    void fill();
    void choose();
    void rename();
    void askToDelete();
    void refresh();
    QString kept() const;

    MessageCollection &m_kept;
    QLabel *m_beginLabel, *m_nameLabel;
    QComboBox *m_begin;
    QLineEdit *m_name;
    QPushButton *m_save, *m_rename, *m_delete;
};

} // namespace gb::ui
