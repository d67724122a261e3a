#pragma once
#include "ui/settings/preferences.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTabWidget;

namespace gb::ui {

/// Asks for the preferences. Each change is told at once, so that it can be looked at; Cancel tells those of before.
class PreferencesDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `usualFolder`: of records, where none is chosen.
    PreferencesDialog(const Preferences &preferences, const QString &usualFolder, QWidget *parent);

    const Preferences &preferences() const { return m_now; }
    /// All as it comes with the program, but for the ports.
    void restoreUsual();
    void reject() override;

signals:
    void changed(const gb::ui::Preferences &preferences);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *buildLooks();
    QWidget *buildLadder();
    QWidget *buildRecords();
    QWidget *buildPorts();
    QLayout *buildFolder();
    void connectParts();
    void retranslate();
    void retranslateLooks();
    void retranslateRecords();
    void show(const Preferences &preferences);
    Preferences read() const;
    void take();
    void chooseFolder();
    void judgeFolder();
    bool areMediaPortsGood() const;
    void judgeMediaPorts();

    const Preferences m_before;
    Preferences m_now;
    const QString m_usualFolder;
    bool m_showing = false; ///< it is us who change the parts

    QTabWidget *m_pages;
    QComboBox *m_language, *m_theme, *m_zone, *m_fold;
    QSpinBox *m_textSize, *m_keepDays, *m_keepMegabytes, *m_sipPort, *m_hepPort, *m_firstMediaPort, *m_lastMediaPort;
    QCheckBox *m_date, *m_hideRepeats, *m_brackets;
    QLineEdit *m_folder;
    QPushButton *m_browse, *m_usual;
    QLabel *m_folderNote, *m_recordNote, *m_portNote, *m_mediaNote;
    QList<QPair<QLabel *, const char *>> m_labels; ///< with their texts in English
};

} // namespace gb::ui
